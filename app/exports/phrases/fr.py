"""The words of documents in French."""

from app.exports.phrases.words import (
    AgreedWords,
    LanguageWords,
    LegendWords,
    MeetingWords,
    SampleWords,
    SheetWords,
    ThreadWords,
    Wording,
)
from app.text.compilation import Phrases

WORDING = Wording(
    redline="{new} comparée à {old}",
    compilation="Compilation des amendements à {base}",
    history="De {old} à {new}, selon l’auteur de chaque mot",
    history_unnamed="De {old} à {new}, amendement par amendement",
    unnamed="{stage}, sans noms",
    general="{sponsors}, sur l’ensemble du texte ({name}) : {statement}",
    proposal="Proposition",
    proposals=Phrases(
        delete="supprimer",
        keep="sans changement",
        move_after="déplacer après {place}",
        move_first="déplacer au début",
        language="fr",
    ),
    legend=LegendWords(
        author="Secrétariat",
        heading="Légende",
        whole="{delegation}, sur l’ensemble du texte",
        counts="Propositions : {proposals}. Crochets dans le texte avec elles : {brackets}.",
    ),
    threads=ThreadWords(
        reopened="Rouvert",
        confirmed="Confirmé sur {base}",
        noted="{said} : {note}",
    ),
    sheets=SheetWords(
        stage="Amendements à {base}",
        table="Tableau comparatif des amendements à {base}",
        amendment="Amendement {name}",
        by="Présenté par",
        status="État",
        late="hors délai",
        reason="Motif",
        present="Texte actuel",
        proposed="Texte proposé",
        marks="Les mots à supprimer sont barrés ; les mots à ajouter sont en gras et soulignés.",
        added="(nouveau paragraphe)",
        row="Ligne « {words} »",
        new_row="(nouvelle ligne)",
        gone="(supprimer)",
        number="N°",
        see="Voir {sponsor}, {name}",
        part="Partie {part} sur {parts}",
        whole="Ensemble du texte",
        none="Il n’y a pas d’amendement.",
        states={
            "tabled": "Présenté",
            "held": "En suspens",
            "carried": "Reporté sur la nouvelle révision",
            "awaiting": "En attente de sa délégation",
            "overtaken": "Dépassé par une nouvelle révision",
            "absorbed": "Absorbé : le texte le dit déjà",
            "accepted": "Accepté",
            "modified": "Accepté avec modifications",
            "not_accepted": "Non accepté",
            "incorporated": "Incorporé",
            "withdrawn": "Retiré",
        },
    ),
    agreed=AgreedWords(
        stage="Texte convenu",
        clause=(
            "Les États énumérés ci-après, membres du processus consultatif régional « {process} », "
            "adoptent le texte qui précède."
        ),
        dated="{place}, {date}",
        undated="Lieu et date de l’adoption :",
        states="États membres",
        fingerprint="Empreinte du texte (SHA-256) :",
        fingerprint_of="Empreinte du texte en {language} (SHA-256) :",
        reservation="Réserve ({delegation}) : {words}",
        reservation_gone="Réserve ({delegation}), sur un paragraphe de {revision} qui n’est plus dans le texte : {words}",
        explanations="Explications de position",
        alone="L’empreinte est celle du texte seul, sans les réserves ni les explications de position.",
    ),
    languages=LanguageWords(
        version="{name}, traduction (original : {language})",
        parallel="{name}, {language} et {other} en regard",
        authoritative="Le texte est négocié en {language} ; dans cette langue il fait foi.",
        missing="[pas encore traduit]",
        stale="[traduction de {name} ; le paragraphe a changé depuis]",
        counts=(
            "Paragraphes : {all}. Traduits : {current}. Traduits d’un texte antérieur : {stale}. "
            "Pas encore traduits : {missing}. Concordance vérifiée : {concordant}."
        ),
    ),
    meeting=MeetingWords(
        report="Rapport de la réunion",
        list="Accords et désaccords",
        disclaimer="Le présent document est la lecture du secrétariat technique. Les participants ne l’ont pas approuvé.",
        when="Date",
        where="Lieu",
        online="en ligne",
        purpose="Objet",
        attendance="Participation",
        not_recorded="La participation n’a pas été consignée.",
        agenda="Ordre du jour",
        no_agenda="Il n’y a pas eu d’ordre du jour écrit.",
        statements="Déclarations faites en séance",
        under_no_item="Hors ordre du jour",
        documents="Documents",
        agreements="Accords",
        suggestions="Suggestions",
        not_agreed="Désaccords",
        none="Aucun.",
        number="N°",
        what="Quoi",
        who="Qui",
        due="Échéance",
        stands="Suite donnée",
        nobody="personne n’a été désigné",
        no_date="aucune date n’a été fixée",
        inferred="{owner} (lecture du secrétariat)",
        offices={
            "secretariat": "Secrétariat technique",
            "presidency": "Présidence pro tempore",
            "all_members": "Tous les membres",
        },
        states={
            "open": "En cours",
            "done": "Fait",
            "dropped": "Abandonné",
        },
        bodies={
            "plenary": "{process}",
            "troika": "{process}, troïka",
        },
    ),
    sample=SampleWords(
        stage="Page d’exemple",
        title="Une déclaration telle qu’elle se présentera",
        heading="Un titre de premier niveau",
        subheading="Un titre de deuxième niveau",
        preambular=(
            "Rappelant ce qui a été convenu auparavant, ce paragraphe "
            "du préambule montre comment se présenteront les autres,"
        ),
        operative=(
            "Ce paragraphe du dispositif est assez long pour dépasser la ligne, afin que l’on voie "
            "où se place son numéro, où commencent ses mots et quel est l’écart entre ses lignes ;"
        ),
        item="un alinéa se place sous le paragraphe qui l’introduit, avec son propre numéro ;",
        subitem="un sous-alinéa se place sous un alinéa.",
        note="Voici une note de bas de page.",
        column="Une colonne de tableau",
        cell="et l’une de ses cellules",
        closing="Lieu et date, tels qu’un texte se termine.",
    ),
)
