"""Everything that can go wrong in a way that a person can act on."""


class TuiReaderError(Exception):
    """The base of the family; its text is one line for the reader, without a traceback."""


class SourceError(TuiReaderError):
    """A source cannot be turned into a document."""


class ExtractionError(TuiReaderError):
    """A document cannot be analysed, for example because a language model is not installed."""


class Cancelled(TuiReaderError):
    """The reader stopped a long piece of work."""


class DeckError(TuiReaderError):
    """A deck cannot be written or read."""


class StoreError(TuiReaderError):
    """The files under the data directory cannot be used as they are."""


class NotSaved(StoreError):
    """Something did not reach the disk; neither the files nor memory were changed by it."""


class NewerSchema(StoreError):
    """The files were written by a newer release; nothing was changed."""


class ConfigError(TuiReaderError):
    """A configuration file has a key or value that cannot be used; says file, line and remedy."""
