"""What each kind of case is, for the one who raises it."""

from samverkan.cases.choices import CaseKind

KIND_HELP = {
    CaseKind.ORDINARY: "En fråga som organet ska ta ställning till.",
    CaseKind.DEVELOPMENT_AREA: "Något som länet behöver utveckla tillsammans, under längre tid.",
    CaseKind.FOCUS_AREA: "Något som är angeläget att gemensamt prioritera, för ett visst år.",
    CaseKind.RISK: "Ett förslag som vilar på en risk i riskregistret.",
    CaseKind.REVISION: "Ett förslag som ändrar överenskommelsen. Parterna beslutar.",
    CaseKind.DEVIATION: "Samma sorts avvikelse händer flera gånger. Inga uppgifter om patienter.",
    CaseKind.DISPUTE: "Huvudmän är oense. Skriv vilka, och vad ni har prövat.",
}

NO_PATIENT_DATA = (
    "Skriv inget som kan kopplas till en enskild patient: inga namn, personnummer, dagar för "
    "besök eller ovanliga diagnoser. Skriv vad som händer och hur ofta."
)
