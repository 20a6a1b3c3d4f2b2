"""Forms that visitors send: without a cookie, without a script, without knowing who they are (decision 0013).

class FeedbackForm(PublicForm):             fields from `fields`, a `form_name` of its own
@public_form                                on its view: refuses what another site sends, then asks for no CSRF token
{% include "components/public_form.html" %} shows it with its errors
"""

from kasper_site.cms.public_forms.fields import EmailField, LineField, TextField
from kasper_site.cms.public_forms.form import PublicForm
from kasper_site.cms.public_forms.gate import public_form
from kasper_site.cms.public_forms.origin import path_of_ours

__all__ = ["EmailField", "LineField", "PublicForm", "TextField", "path_of_ours", "public_form"]
