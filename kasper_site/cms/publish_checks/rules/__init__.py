"""The checks of the floor, in the order in which findings of one place are listed. Apps above add theirs in `run`."""

from kasper_site.cms.publish_checks.rules.bullets import pasted_lists
from kasper_site.cms.publish_checks.rules.capitals import shouting
from kasper_site.cms.publish_checks.rules.consents import ended_consents
from kasper_site.cms.publish_checks.rules.discreet import neutral_in_one_language
from kasper_site.cms.publish_checks.rules.headings import heading_gaps
from kasper_site.cms.publish_checks.rules.known_facts import typed_facts
from kasper_site.cms.publish_checks.rules.links import broken_links
from kasper_site.cms.publish_checks.rules.missing import missing_description, missing_requirements
from kasper_site.cms.publish_checks.rules.pictures import undescribed_pictures
from kasper_site.cms.publish_checks.rules.privacy import identity_codes
from kasper_site.cms.publish_checks.rules.required import empty_fields
from kasper_site.cms.publish_checks.rules.vague_links import vague_links
from kasper_site.cms.publish_checks.rules.written_forms import unusual_forms

CHECKS = (
    identity_codes,
    undescribed_pictures,
    ended_consents,
    broken_links,
    missing_requirements,
    empty_fields,
    missing_description,
    neutral_in_one_language,
    heading_gaps,
    vague_links,
    typed_facts,
    pasted_lists,
    shouting,
    unusual_forms,
)
