"""What the last approval of a workflow does (`WAGTAIL_FINISH_WORKFLOW_ACTION`): check the page, then publish it."""

from wagtail.workflows import publish_workflow_state


def publish_checked(workflow_state, user=None):
    """Publish as Wagtail does, unless something blocks: then PublishStopped rolls the approval back."""
    # Wagtail asks for this function while its own models are still being made; the checks stand on those.
    from kasper_site.cms.publish_checks.guard import stop_if_hindered

    stop_if_hindered(workflow_state.content_object)
    publish_workflow_state(workflow_state, user=user)
