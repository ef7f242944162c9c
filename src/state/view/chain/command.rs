//! `certwright-cli chain …` for what the panel shows.

use super::flag;
use crate::core::bundle::Source;
use crate::core::bundle::trust::TrustChoice;
use crate::core::chain::Profile;
use crate::core::finding::Usage;
use crate::state::model::Model;
use crate::state::view::command_line::quoted;

/// The line; `None` when what is open is not all files and folders, or a name cannot be quoted exactly.
pub(super) fn line(model: &Model) -> Option<String> {
    let membership = &model.workspace.as_ref()?.membership;
    let mut line = "certwright-cli chain".to_owned();
    for source in &membership.sources {
        let Source::Path(path) = source else {
            return None;
        };
        add(&mut line, &quoted(model.shell, path.to_str()?)?);
    }
    match &membership.trust {
        TrustChoice::Mozilla => {}
        TrustChoice::System => add(&mut line, "--trust system"),
        TrustChoice::Path(path) => {
            add(&mut line, "--trust");
            add(&mut line, &quoted(model.shell, path.to_str()?)?);
        }
        TrustChoice::Nothing | TrustChoice::Sample(_) => return None,
    }
    let asked = &model.chain.judged_for;
    let host = asked.host.trim();
    if !host.is_empty() {
        add(&mut line, flag::HOST);
        add(&mut line, &quoted(model.shell, host)?);
    }
    if let Ok(Some(moment)) = asked.moment() {
        add(&mut line, flag::TIME);
        add(&mut line, &moment.to_string());
    }
    match asked.usage {
        Usage::Any => add(&mut line, "--usage any"),
        Usage::Client => add(&mut line, "--usage client"),
        Usage::Server => {}
    }
    match asked.profile {
        Profile::Practice => {}
        Profile::Rfc5280 => add(&mut line, "--profile rfc5280"),
        Profile::WebPki => add(&mut line, "--profile webpki"),
    }
    Some(line)
}

fn add(line: &mut String, word: &str) {
    line.push(' ');
    line.push_str(word);
}
