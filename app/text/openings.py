"""How the paragraphs of declarations and resolutions open in English, Spanish, Portuguese and French."""

import re

_ADVERBS = """
    also further furthermore moreover likewise again deeply gravely fully seriously keenly profoundly strongly
    también además asimismo igualmente profundamente gravemente plenamente sumamente também ademais igualmente
    outrossim profundamente plenamente également aussi outre profondément vivement gravement pleinement en de we nos
    se nous the parties states conference las los partes estados les as os
"""

_PREAMBULAR = """
    recalling recognizing recognising reaffirming considering noting bearing acknowledging affirming aware alarmed
    concerned convinced conscious desiring determined emphasizing emphasising expressing guided having mindful
    observing reiterating stressing taking underlining underscoring welcoming believing cognizant committed
    encouraged inspired seeking deploring condemning commending regretting whereas pursuant conscientes consciente
    convencidos convencida convencido preocupados preocupada preocupado guiados guiada inspirados inspirada
    alarmados alarmada decididos decidida deseosos deseosa animados animada visto vistos vista considerando cientes
    ciente empenhados alarmada conscients conscient consciente convaincus convaincue convaincu préoccupés préoccupée
    préoccupé guidés guidée animés alarmés alarmée résolus résolue soucieux soucieuse vu vus déterminés déterminée
"""

_OPERATIVE = """
    decides invites requests encourages urges calls recognizes recognises reaffirms recommends welcomes notes
    emphasizes emphasises stresses acknowledges adopts affirms agrees approves authorizes authorises commends
    condemns confirms considers declares directs endorses establishes expresses highlights instructs proclaims
    reiterates reminds resolves supports takes thanks underlines underscores appeals concludes commits undertakes
    decide agree commit resolve declare reaffirm undertake urge request recommend affirm acknowledge intend embrace
    deciden invita invitan insta instan exhorta exhortan solicita solicitan alienta alientan acuerda acuerdan
    reafirma reafirman reconoce reconocen recomienda recomiendan acoge acogen toma toman pide piden subraya subrayan
    destaca destacan expresa expresan declara declaran adopta adoptan aprueba aprueban apoya apoyan condena condenan
    encomienda encomiendan encarga encargan hace hacen llama llaman resuelve resuelven respalda respaldan reitera
    reiteran agradece agradecen celebra celebran observa observan afirma afirman enfatiza enfatizan compromete
    comprometen decidem convida convidam instam acorda acordam reconhece reconhecem recomenda recomendam acolhe
    acolhem sublinha sublinham destacam expressa expressam adota adotam aprova aprovam apoia apoiam exorta exortam
    encoraja encorajam encarrega encarregam resolvem comprometem décide décident invite invitent prie prient demande
    demandent engage engagent exhorte exhortent réaffirme réaffirment reconnaît reconnaissent recommande
    recommandent accueille prend prennent souligne soulignent exprime expriment déclare déclarent adopte adoptent
    approuve approuvent appuie appuient condamne condamnent charge chargent convient conviennent affirme affirment
    réitère réitèrent félicite félicitent constate constatent proclame lance lancent
"""

_CLOSING = re.compile(
    r"(done (at|in)|signed (at|in|by)|adopted (at|in|by|on)|in witness whereof"
    r"|(hech|dad|firmad|suscrit)[ao] en|adoptad[ao] (en|por|el)|en fe de lo cual"
    r"|feit[ao] em|firmad[ao] em|assinad[ao] em|adotad[ao] (em|por)|em fé do que"
    r"|fait à|signée? à|adoptée? (à|par|le)|en foi de quoi)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")

ADVERBS = frozenset(_ADVERBS.split())
PREAMBULAR = frozenset(_PREAMBULAR.split())
OPERATIVE = frozenset(_OPERATIVE.split())

_PARTICIPLE = re.compile(r"\w+([aei]ndo|\wing|\want)")
_FIRST_PERSON = re.compile(r"\w+[aei]mos")


def opens_preambular(text: str) -> bool:
    """Whether the text opens with a participle, as a preambular paragraph does, and is no full sentence."""
    if not text.rstrip().endswith((",", ";", " and", " y", " e", " et")):
        return _verb(text) in PREAMBULAR and not text.rstrip().endswith((".", ":", "!", "?"))
    verb = _verb(text)
    return verb in PREAMBULAR or bool(_PARTICIPLE.fullmatch(verb))


def opens_operative(text: str) -> bool:
    """Whether the text opens with a verb in the present tense, as an operative paragraph does."""
    verb = _verb(text)
    return verb in OPERATIVE or bool(_FIRST_PERSON.fullmatch(verb))


def opens_closing(text: str) -> bool:
    """Whether the text opens as the last lines of an instrument do: "Done at …", "Hecho en …"."""
    return _CLOSING.match(text.lstrip("[ ")) is not None


def _verb(text: str) -> str:
    """The first word in lower case, adverbs and pronouns before it left out; of the first five words."""
    for word in _WORD.findall(text[:80])[:5]:
        if word.lower() not in ADVERBS:
            return word.lower()
    return ""
