"""The reader that asks a language model where to look, and takes nothing but words of the report from it."""
