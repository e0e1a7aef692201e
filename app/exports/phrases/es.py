"""The words of documents in Spanish."""

from app.exports.phrases.words import AgreedWords, LanguageWords, LegendWords, MeetingWords, SheetWords, Wording
from app.text.compilation import Phrases

WORDING = Wording(
    redline="{new} comparada con {old}",
    compilation="Compilación de enmiendas a {base}",
    history="De {old} a {new}, según quién aportó cada palabra",
    general="{sponsors}, sobre el texto en su conjunto ({name}): {statement}",
    proposal="Propuesta",
    proposals=Phrases(
        delete="suprimir",
        keep="sin cambios",
        move_after="trasladar después de {place}",
        move_first="trasladar al comienzo",
        language="es",
    ),
    legend=LegendWords(
        author="Secretaría",
        heading="Leyenda",
        whole="{delegation}, sobre el texto en su conjunto",
        counts="Propuestas: {proposals}. Corchetes en el texto con ellas: {brackets}.",
    ),
    sheets=SheetWords(
        stage="Enmiendas a {base}",
        table="Cuadro comparativo de las enmiendas a {base}",
        amendment="Enmienda {name}",
        by="Presentada por",
        status="Estado",
        late="fuera de plazo",
        reason="Motivo",
        present="Texto actual",
        proposed="Texto propuesto",
        marks="Las palabras que se suprimen figuran tachadas; las que se añaden, en negrita y subrayadas.",
        added="(párrafo nuevo)",
        gone="(suprimir)",
        number="N.º",
        see="Véase {sponsor}, {name}",
        part="Parte {part} de {parts}",
        whole="Texto en su conjunto",
        none="No hay enmiendas.",
        states={
            "tabled": "Presentada",
            "held": "En suspenso",
            "carried": "Trasladada a la nueva revisión",
            "awaiting": "A la espera de su delegación",
            "overtaken": "Superada por una nueva revisión",
            "absorbed": "Absorbida: el texto ya lo dice",
            "accepted": "Aceptada",
            "modified": "Aceptada con modificaciones",
            "not_accepted": "No aceptada",
            "incorporated": "Incorporada",
            "withdrawn": "Retirada",
        },
    ),
    agreed=AgreedWords(
        stage="Texto acordado",
        clause=(
            "Los Estados que se enumeran a continuación, miembros del proceso consultivo regional «{process}», "
            "adoptan el texto que antecede."
        ),
        dated="{place}, {date}",
        undated="Lugar y fecha de adopción:",
        states="Estados miembros",
        fingerprint="Huella digital del texto (SHA-256):",
    ),
    languages=LanguageWords(
        version="{name}, traducción del {language}",
        parallel="{name}, {language} y {other} en paralelo",
        authoritative="El texto se negocia en {language}; en ese idioma hace fe.",
        missing="[sin traducir todavía]",
        stale="[traducción de {name}; el párrafo ha cambiado desde entonces]",
        counts=(
            "Párrafos: {all}. Traducidos: {current}. Traducidos de un texto anterior: {stale}. "
            "Sin traducir todavía: {missing}. Con concordancia comprobada: {concordant}."
        ),
    ),
    meeting=MeetingWords(
        report="Informe de la reunión",
        list="Acuerdos y desacuerdos",
        disclaimer="Este documento es la lectura de la secretaría técnica. No ha sido aprobado por los participantes.",
        when="Fecha",
        where="Lugar",
        online="en línea",
        purpose="Objeto",
        attendance="Asistencia",
        not_recorded="No se tomó nota de la asistencia.",
        agenda="Agenda",
        no_agenda="No hubo agenda escrita.",
        documents="Documentos",
        agreements="Acuerdos",
        suggestions="Sugerencias",
        not_agreed="Desacuerdos",
        none="Ninguno.",
        number="N.º",
        what="Qué",
        who="Quién",
        due="Para cuándo",
        stands="Situación",
        nobody="no se nombró a nadie",
        no_date="no se fijó fecha",
        inferred="{owner} (lectura de la secretaría)",
        offices={
            "secretariat": "Secretaría técnica",
            "presidency": "Presidencia pro tempore",
            "all_members": "Todos los miembros",
        },
        states={
            "open": "Pendiente",
            "done": "Cumplido",
            "dropped": "Sin efecto",
        },
        bodies={
            "plenary": "{process}",
            "troika": "{process}, troika",
        },
    ),
)
