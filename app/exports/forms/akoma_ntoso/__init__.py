"""Texts and amendments in Akoma Ntoso 3.0 (OASIS LegalDocML), named and divided after AKN4UN.

A text is a `statement`, an amendment an `amendment`, several an `amendmentList`; a text with what is proposed to it is a
`documentCollection`. Each validates against the schema of the standard.
"""

from app.exports.forms.akoma_ntoso.amendments import Base, Proposal, amendments, collection
from app.exports.forms.akoma_ntoso.identity import Paper
from app.exports.forms.akoma_ntoso.markup import NAMESPACE
from app.exports.forms.akoma_ntoso.statement import Adoption, statement

__all__ = ["NAMESPACE", "Adoption", "Base", "Paper", "Proposal", "amendments", "collection", "statement"]
