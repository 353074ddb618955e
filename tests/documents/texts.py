"""A proposal and minutes as they are frozen, after the steering group's point 80 (source 002)."""

PROPOSAL = {
    "principal": "Lycksele",
    "addressee": "Lycksele kommun",
    "reference_number": "",
    "title": "Framtida struktur för samverkan",
    "recommendation_number": "2018-001",
    "body": "Politisk styrgrupp",
    "agreed_on": "2018-09-27",
    "point": 80,
    "summary": "Utredningen ger förslag till strukturen.\n\nDet har förankrats vid seminarier.",
    "background": "Samtliga kommuner har varit representerade.",
    "resources": "",
    "lead": "Kommunfullmäktige beslutar",
    "clauses": [
        "att anta huvudpunkterna enligt bilagan ”Huvudpunkter”, samt",
        "att godkänna förslaget till direktiv enligt bilaga ”Förslag Projektdirektiv”.",
    ],
    "annexes": ["Huvudpunkter", "Förslag Projektdirektiv"],
    "reply_by": "2018-12-31",
    "source": "Sammanträdesanteckningar 27 september 2018",
    "decider": "Kommunfullmäktige",
    "consequences": {
        "economy": "Ryms inom ram.",
        "children": "",
        "minority": "Finns på samiska.",
        "staff": "En utbildning.",
    },
    "letterhead": {
        "name": "Lycksele kommun",
        "address": "Storgatan 1, 921 00 Lycksele",
        "phone": "0950-140 00",
        "email": "",
        "organisation_number": "212000-0001",
        "vat_number": "",
        "bankgiro": "",
    },
    "level": "Beslutet fattas av fullmäktige hos varje huvudman. Grund: 5 kap. 1 § kommunallagen.",
}

QUIET = {"kind": "formalia", "decision_heading": "", "lead": "", "clauses": [], "annexes": []}
MINUTES = {
    "body": "Politisk styrgrupp",
    "subject": "Sammanträdesanteckningar",
    "on": "2018-09-27",
    "time": "09.00",
    "place": "Landstingshuset, Dorotearummet",
    "first_point": 76,
    "last_point": 80,
    "deciding": [
        {"name": "Anna Exempel", "party": "s", "principal": "Norsjö", "stands_for": ""}
        | {"presence": ""},
        {"name": "Bo Prov", "party": "c", "principal": "", "stands_for": "Cia Test"}
        | {"presence": "på distans, från punkt 77"},
    ],
    "rapporteurs": ["Eva Föredragare"],
    "secretaries": ["Greta Skrivare"],
    "guests": [],
    "points": [
        QUIET | {"number": 76, "heading": "Mötet öppnas", "text": "Anna öppnar.", "outcome": ""},
        QUIET | {"number": 77, "heading": "Anteckningar", "text": "", "outcome": "återremiss"},
        {
            "number": 80,
            "heading": "Samverkan",
            "kind": "för ställningstagande",
            "text": "Uppdragsledaren har lämnat sin slutrapport.",
            "asides": ["Bo Prov deltog inte på grund av jäv."],
            "adjoined": ["Berit Exempel, ordförande i rådet"],
            "decision_heading": "Rekommendation",
            "lead": "Styrgruppen rekommenderar huvudmännen",
            "clauses": PROPOSAL["clauses"],
            "annexes": PROPOSAL["annexes"],
            "outcome": "organet rekommenderar",
            "inline": False,
            "inner_kind": "",
            "table": {
                "caption": "Huvudmännens svar till och med 4 oktober 2018.",
                "head": ["Huvudman", "Svar"],
                "rows": [["Malå", "Avslag"]],
                "until": "2018-10-04T12:00:00+00:00",
            },
            "voices": [
                {"kind": "avvikande mening", "whose": "Bo Prov", "text": "Det går för fort."}
            ],
            "tasks": [
                {
                    "what": "Presentera förutsättningarna.",
                    "whom": "Koordinatorerna",
                    "due": "till Samråd den 30 oktober 2018",
                }
            ],
        },
    ],
    "approved_by": "Anna Exempel",
    "approver_title": "Ordförande",
    "approved_on": "2018-10-04",
    "approved_note": "",
    "approvals": [
        {"name": "Anna Exempel", "title": "Ordförande", "on": "2018-10-04"},
        {"name": "Bo Prov", "title": "justerare", "on": "2018-10-02"},
    ],
    "approved_sha256": "0123456789abcdef" * 4,
    "next_meeting": {"on": "2018-10-30", "place": "Umeå"},
    "source": "",
}
