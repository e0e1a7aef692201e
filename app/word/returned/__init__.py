"""A delegation's own marked-up file, taken apart into changes on the text it was made from. Bytes in, values out."""

from app.word.returned.coming_apart import returned
from app.word.returned.values import Base, Found, Remark, Returned, Untaken

__all__ = ["Base", "Found", "Remark", "Returned", "Untaken", "returned"]
