"""The record: every act by anyone, append-only and hash-chained, written in the same transaction as the act."""
