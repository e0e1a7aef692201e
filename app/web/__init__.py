"""The only HTTP: pages, forms, and the API. It calls the storeys below and knows no SQL."""
