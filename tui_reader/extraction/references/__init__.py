"""What pronouns and pointing words stand for: a noun phrase, a clause, a predicate, or nothing.

High precision before coverage, after CogNIAC (Baldwin, "CogNIAC: High Precision Coreference with Limited Knowledge and
Linguistic Resources", ACL workshop 1997): a word is left open where two candidates are near one another.
"""

from tui_reader.extraction.references.definites import find_definites
from tui_reader.extraction.references.finder import find_references

__all__ = ["find_definites", "find_references"]
