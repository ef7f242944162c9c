//! The card of one identity: names, validity, key, chain, and what its files are made for.

use super::Tone;
use crate::core::artifact::ArtifactId;
use crate::core::bundle::story::{Cell, Identity, MadeFor, PasswordCell};
use crate::core::bundle::{Inspection, KeyState};
use crate::state::view::validation_level;
use crate::state::view::validity::{self, ValidityView};
use crate::text::number::{listed, shortened};
use crate::text::{Lang, bundle as words};

/// Names shown on the card.
const NAMES: usize = 6;

/// One identity.
#[derive(Clone, Debug)]
pub struct IdentityView {
    /// Its number in the story.
    pub index: usize,
    /// The leaf's fingerprint: stays the same while the identity does.
    pub key_id: String,
    pub name: String,
    /// DV, OV or EV, when its policy says so.
    pub kind: Option<&'static str>,
    pub issued_by: String,
    /// What the details button shows.
    pub certificate: Option<ArtifactId>,
    pub names: String,
    /// All names, when the card shows only some.
    pub all_names: Option<String>,
    pub validity: ValidityView,
    pub key: String,
    pub key_tone: Tone,
    pub key_note: String,
    pub chain: Vec<LinkView>,
    pub made_for: Vec<MadeForView>,
}

/// One certificate of the chain.
#[derive(Clone, Debug)]
pub struct LinkView {
    pub name: String,
    pub note: Option<String>,
    pub tone: Option<Tone>,
    pub is_here: bool,
    pub certificate: Option<ArtifactId>,
}

/// One server's row.
#[derive(Clone, Debug)]
pub struct MadeForView {
    pub server: &'static str,
    pub files: String,
    /// Whether `files` is a name rather than a number of files.
    pub is_name: bool,
    /// Every file's path, for the tooltip.
    pub paths: String,
    pub certificate: CellView,
    pub key: CellView,
    pub chain: CellView,
    pub password: CellView,
}

/// A cell: its words and, when it is judged, its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellView {
    pub words: String,
    pub tone: Option<Tone>,
}

pub(super) fn build(lang: Lang, inspection: &Inspection) -> Vec<IdentityView> {
    let identities = inspection.story.identities.iter().enumerate();
    identities
        .map(|(index, identity)| view(lang, inspection, index, identity))
        .collect()
}

fn view(lang: Lang, inspection: &Inspection, index: usize, identity: &Identity) -> IdentityView {
    let leaf = &identity.leaf;
    let names = words::names(leaf);
    let shown = shortened(lang, &names, NAMES);
    IdentityView {
        index,
        key_id: leaf.fingerprint.to_string(),
        name: words::subject_name(leaf),
        kind: validation_level(leaf),
        issued_by: words::issued_by(lang, leaf),
        certificate: identity.copies.first().copied(),
        all_names: (names.len() > NAMES).then(|| listed(&names)),
        names: shown,
        validity: validity::build(lang, leaf, inspection.judged_at()),
        key: words::key(lang, identity),
        key_tone: key_tone(&identity.key),
        key_note: words::key_note(lang, identity, inspection),
        chain: chain(lang, identity),
        made_for: identity
            .made_for
            .iter()
            .map(|row| made_for(lang, row))
            .collect(),
    }
}

fn key_tone(key: &KeyState) -> Tone {
    match key {
        KeyState::Proven(_) => Tone::Ok,
        KeyState::NotChecked(_) | KeyState::MayBeLocked(_) | KeyState::Missing => Tone::Neutral,
    }
}

fn chain(lang: Lang, identity: &Identity) -> Vec<LinkView> {
    let ids: Vec<ArtifactId> = identity
        .copies
        .first()
        .into_iter()
        .chain(&identity.issuer_ids)
        .copied()
        .collect();
    let nodes = words::chain(lang, identity).into_iter().enumerate();
    nodes
        .map(|(index, node)| LinkView {
            tone: match (node.is_trusted, node.is_here) {
                (true, _) => Some(Tone::Ok),
                (false, true) => None,
                (false, false) => Some(Tone::Error),
            },
            note: (!node.note.is_empty()).then_some(node.note),
            name: node.name,
            is_here: node.is_here,
            certificate: ids.get(index).copied().filter(|_| node.is_here),
        })
        .collect()
}

fn made_for(lang: Lang, row: &MadeFor) -> MadeForView {
    let [certificate, key, chain] = words::cell(lang, row);
    let paths: Vec<String> = row
        .files
        .iter()
        .map(|file| crate::text::foreign::display(file.path_text()).into_owned())
        .collect();
    let cell = |cell: &Cell, said: &str| CellView {
        words: said.to_owned(),
        tone: cell_tone(cell),
    };
    MadeForView {
        server: words::server(lang, row.server),
        files: words::files(lang, row),
        is_name: row.files.len() == 1,
        paths: paths.join("\n"),
        certificate: cell(&row.certificate, certificate),
        key: cell(&row.key, key),
        chain: cell(&row.chain, chain),
        password: CellView {
            words: words::password(lang, row),
            tone: password_tone(&row.password),
        },
    }
}

fn cell_tone(cell: &Cell) -> Option<Tone> {
    match cell {
        Cell::Bad | Cell::Missing => Some(Tone::Error),
        Cell::Good => Some(Tone::Ok),
        Cell::Locked => Some(Tone::Neutral),
        Cell::NotNeeded => None,
    }
}

fn password_tone(cell: &PasswordCell) -> Option<Tone> {
    match cell {
        PasswordCell::Empty | PasswordCell::File(_) | PasswordCell::Known => Some(Tone::Ok),
        PasswordCell::Needed | PasswordCell::Unreadable => Some(Tone::Warn),
        PasswordCell::NotNeeded => None,
        PasswordCell::Refused => Some(Tone::Error),
    }
}
