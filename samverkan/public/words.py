"""What a body may do, in whole sentences."""

from samverkan.bodies.choices import Power

POWER = {
    Power.TALKS.value: "Organet är till för samtal. Det varken rekommenderar eller beslutar.",
    Power.PREPARES.value: "Organet bereder frågor åt andra organ. Det varken rekommenderar "
    "eller beslutar.",
    Power.RECOMMENDS.value: "Organet rekommenderar. Det beslutar inte: varje huvudman beslutar "
    "själv.",
    Power.DECIDES.value: "Organet beslutar i egen rätt.",
}
