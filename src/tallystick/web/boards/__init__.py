"""What takes longer to work out than a page may: made beside the requests, and shown with how far it goes."""
