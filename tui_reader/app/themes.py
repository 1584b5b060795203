"""The themes, each with a colour for every kind of mark."""

from __future__ import annotations

from textual.theme import Theme

from tui_reader.app.kinds import Kind

KIND_NAMES = tuple(kind.value for kind in Kind)


def _theme(name: str, *, dark: bool, kinds: dict[str, tuple[str, str]], **colours: str) -> Theme:
    """Return a theme; *kinds* gives for each kind the colour of its sign and the tint of its text."""
    rule = colours.pop("rule")
    quiet = colours.pop("quiet")
    lit = colours.pop("lit")
    on_lit = colours.pop("on_lit")
    sentence = colours.pop("sentence")
    match = colours.pop("match")
    on_match = colours.pop("on_match")
    variables = {
        "rule": rule,
        "quiet": quiet,
        "lit": lit,
        "on-lit": on_lit,
        "sentence": sentence,
        "match": match,
        "on-match": on_match,
        "scrollbar": rule,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "block-cursor-background": sentence,
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": colours["surface"],
        "block-cursor-blurred-foreground": colours["foreground"],
        "border": rule,
        "border-blurred": rule,
        "input-cursor-text-style": "reverse",
    }
    for kind, (colour, tint) in kinds.items():
        variables[f"kind-{kind}"] = colour
        variables[f"tint-{kind}"] = tint
    return Theme(
        name=name,
        dark=dark,
        variables=variables,
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
    )


DARK = _theme(
    "reader-dark",
    dark=True,
    primary="#8fb3d9",
    secondary="#a7b4c2",
    accent="#e5b567",
    warning="#e5b567",
    error="#e07a7a",
    success="#8fc98f",
    foreground="#d6d3cc",
    background="#16181c",
    surface="#1c1f24",
    panel="#22262c",
    rule="#343a43",
    quiet="#8b9099",
    lit="#e5b567",
    on_lit="#17140e",
    sentence="#272c34",
    match="#5f5436",
    on_match="#f4ecd8",
    kinds={
        "condition": ("#e5b567", "#332b1b"),
        "position": ("#7fb8e8", "#1b2b3a"),
        "attribution": ("#a8cf95", "#c3d8b8"),
        "narration": ("#8b9099", "#1c1f24"),
        "note": ("#d99bc6", "#352533"),
    },
)

LIGHT = _theme(
    "reader-light",
    dark=False,
    primary="#2a5f94",
    secondary="#56616e",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#b0302f",
    success="#2f7a37",
    foreground="#26241f",
    background="#faf8f3",
    surface="#f1eee6",
    panel="#e9e5db",
    rule="#cfc9bb",
    quiet="#6b675e",
    lit="#8a5200",
    on_lit="#ffffff",
    sentence="#ece8dc",
    match="#f3dd9c",
    on_match="#26241f",
    kinds={
        "condition": ("#9a5b00", "#f7e7c6"),
        "position": ("#1f66a8", "#dbe9f6"),
        "attribution": ("#2f6f37", "#3c5f33"),
        "narration": ("#6b675e", "#f1eee6"),
        "note": ("#93397c", "#f3dfee"),
    },
)

ALL = (DARK, LIGHT)


def defaults(dark: bool) -> dict[str, str]:
    """Return the variables of our own that a theme from elsewhere lacks."""
    ours = (DARK if dark else LIGHT).variables
    own = ("rule", "quiet", "lit", "on-lit", "sentence", "match", "on-match")
    return {name: value for name, value in ours.items() if name in own or name.startswith(("kind-", "tint-"))}
