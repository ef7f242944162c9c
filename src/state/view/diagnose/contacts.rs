//! Whom a run would contact, for the question before it.

use crate::core::diagnose::{Role, contacts};
use crate::core::env::SystemDns;
use crate::state::model::Model;
use crate::text::Lang;
use crate::text::diagnose::panel;
use crate::text::foreign::short;

/// Those who would be contacted for one reason.
#[derive(Clone, Debug)]
pub struct ContactGroup {
    pub title: String,
    pub whom: Vec<String>,
}

/// The question.
#[derive(Clone, Debug)]
pub struct ContactsView {
    pub groups: Vec<ContactGroup>,
    /// Names of the inside are among those asked about.
    pub has_inside: bool,
}

const ROLES: [Role; 7] = [
    Role::UserResolver,
    Role::SystemResolver,
    Role::PublicResolver,
    Role::Root,
    Role::WebServer,
    Role::TlsServer,
    Role::PageParts,
];

/// Builds the question; `None` when nothing waits for an answer.
pub fn build(lang: Lang, model: &Model) -> Option<ContactsView> {
    let (_, request) = model.diagnose.pending.as_ref()?;
    let mut request = request.clone();
    request.setup.is_inside_agreed = model.diagnose.draft.is_inside_agreed;
    let all = contacts(&request, &SystemDns::default());
    let group = |role: Role| {
        let of_role = all.iter().filter(|one| one.role == role);
        let mut whom: Vec<String> = of_role.map(|one| short(&one.whom).into_owned()).collect();
        if role == Role::SystemResolver && request.setup.with_system && whom.is_empty() {
            whom.push(panel::contacts_own(lang).to_owned());
            let title = panel::role(lang, role).to_owned();
            return Some(ContactGroup { title, whom });
        }
        let title = match whom.len() {
            0 | 1 => panel::role(lang, role).to_owned(),
            count => panel::contact_group(lang, role, count),
        };
        (!whom.is_empty()).then_some(ContactGroup { title, whom })
    };
    Some(ContactsView {
        groups: ROLES.into_iter().filter_map(group).collect(),
        has_inside: request.names.iter().any(crate::core::diagnose::is_inside),
    })
}
