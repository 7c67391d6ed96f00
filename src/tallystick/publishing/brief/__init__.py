"""The brief: one self-contained page that an analyst can send on."""
