"""The open corpora, each brought to ``Labelled``."""
