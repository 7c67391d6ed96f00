"""Training of the reader that ships as ``reading/trained/weights``. Not part of the package."""
