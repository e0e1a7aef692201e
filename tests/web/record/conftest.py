from tests.web.drafting.conftest import table

__all__ = ["table"]
