//! What the draft asks for, and which input each part of it stands in.

use std::collections::HashSet;

use crate::core::csr::names::{Advice, NameAdvice, NameKind};
use crate::core::csr::spec::KeyUsage;
use crate::core::csr::{AltName, Spec, Subject, SubjectField};
use crate::core::x509::oid::{self, Oid};
use crate::state::drafts::csr::{CommonName, CsrDraft, Field, OtherKind};

/// Most characters of a common name (X.520, ub-common-name).
const COMMON_NAME: usize = 64;

/// An input of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    CommonName,
    Field(Field, usize),
    /// A further attribute.
    Custom(usize),
    /// A further name.
    Other(usize),
    /// A further extended key usage.
    Usage,
}

/// What the draft asks for.
pub struct Asked {
    pub spec: Spec,
    /// The input of each field of the subject.
    pub inputs: Vec<Input>,
    /// Inputs that should hold an object identifier and do not.
    pub no_oid: Vec<Input>,
    /// Inputs of attributes that have a type and no value.
    pub no_value: Vec<Input>,
    /// Inputs that should hold a name made of `TYPE=value` parts and do not.
    pub no_directory: Vec<Input>,
}

/// The names of the list that a certificate can carry, each once.
pub fn usable(advice: &Advice) -> impl Iterator<Item = &NameAdvice> {
    let mut seen = HashSet::new();
    advice.names.iter().filter(move |name| {
        name.name.kind != NameKind::Unusable && seen.insert(name.name.ascii.clone())
    })
}

/// Names that can be the common name.
pub fn common_names(advice: &Advice) -> Vec<&str> {
    usable(advice)
        .map(|name| &*name.name.ascii)
        .filter(|name| name.chars().count() <= COMMON_NAME)
        .collect()
}

/// The common name of the draft.
pub fn common_name<'a>(draft: &'a CsrDraft, advice: &'a Advice) -> Option<&'a str> {
    match &draft.common_name {
        CommonName::Left => None,
        CommonName::Chosen(name) => Some(name),
        CommonName::First => {
            let names = common_names(advice);
            let plain = names.iter().find(|name| !name.starts_with('*'));
            plain.or(names.first()).copied()
        }
    }
}

/// Puts together what the draft asks for.
pub fn asked(draft: &CsrDraft, advice: &Advice) -> Asked {
    let mut asked = Asked {
        spec: Spec::default(),
        inputs: Vec::new(),
        no_oid: Vec::new(),
        no_value: Vec::new(),
        no_directory: Vec::new(),
    };
    subject(draft, advice, &mut asked);
    asked.spec.names = usable(advice).filter_map(alt_name).collect();
    other_names(draft, &mut asked);
    usages(draft, &mut asked);
    asked.spec.must_staple = draft.is_must_staple;
    asked.spec.hash = draft.hash;
    asked
}

fn alt_name(name: &NameAdvice) -> Option<AltName> {
    match name.name.kind {
        NameKind::Plain | NameKind::Wildcard => Some(AltName::Dns(name.name.ascii.to_string())),
        NameKind::Ip(address) => Some(AltName::Ip(address)),
        NameKind::Unusable => None,
    }
}

fn subject(draft: &CsrDraft, advice: &Advice, asked: &mut Asked) {
    for field in Field::ALL {
        if !draft.shows(field) {
            continue;
        }
        for (index, value) in draft.values(field).iter().enumerate() {
            if !value.is_empty() {
                asked.add(field.oid(), value, Input::Field(field, index));
            }
        }
    }
    for (index, custom) in draft.custom.iter().enumerate() {
        let dotted = custom.oid.trim();
        match (is_dotted(dotted), custom.value.is_empty()) {
            (true, false) => asked.add(dotted, &custom.value, Input::Custom(index)),
            (true, true) => asked.no_value.push(Input::Custom(index)),
            (false, true) if dotted.is_empty() => {}
            (false, _) => asked.no_oid.push(Input::Custom(index)),
        }
    }
    if let Some(name) = common_name(draft, advice) {
        asked.add("2.5.4.3", name, Input::CommonName);
    }
}

impl Asked {
    fn add(&mut self, dotted: &str, value: &str, input: Input) {
        self.spec.subject.0.push(field(dotted, value));
        self.inputs.push(input);
    }
}

fn field(dotted: &str, value: &str) -> SubjectField {
    SubjectField {
        oid: Oid::from(dotted.to_owned()),
        value: value.to_owned(),
    }
}

/// Whether a text is an object identifier in dots (X.660: two numbers at least, the first 0 to 2).
pub fn is_dotted(text: &str) -> bool {
    let mut parts = text.split('.');
    let is_number = |part: &str| part.parse::<u64>().is_ok_and(|n| n.to_string() == part);
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    matches!(first, "0" | "1" | "2") && rest.peek().is_some() && rest.all(is_number)
}

fn other_names(draft: &CsrDraft, asked: &mut Asked) {
    for (index, (kind, text)) in draft.other_names.iter().enumerate() {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let name = match kind {
            OtherKind::Email => AltName::Email(text.to_owned()),
            OtherKind::Uri => AltName::Uri(text.to_owned()),
            OtherKind::Upn => AltName::Upn(text.to_owned()),
            OtherKind::RegisteredId if is_dotted(text) => {
                AltName::RegisteredId(Oid::from(text.to_owned()))
            }
            OtherKind::RegisteredId => {
                asked.no_oid.push(Input::Other(index));
                continue;
            }
            OtherKind::Directory => match directory(text) {
                Some(subject) => AltName::Directory(subject),
                None => {
                    asked.no_directory.push(Input::Other(index));
                    continue;
                }
            },
        };
        asked.spec.names.push(name);
    }
}

/// Reads `C=CN, O=Example, CN=name`; a comma inside a value is written `\,`.
fn directory(text: &str) -> Option<Subject> {
    let held = text.replace("\\,", "\u{0}");
    let fields = held.split(',').map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().replace('\u{0}', ",");
        let dotted = dotted(name.trim())?;
        (!value.is_empty()).then(|| field(&dotted, &value))
    });
    fields.collect::<Option<Vec<_>>>().map(Subject)
}

/// The OID of a type by its short name, or as it is.
fn dotted(name: &str) -> Option<String> {
    if is_dotted(name) {
        return Some(name.to_owned());
    }
    let known = ["2.5.4.3"].into_iter().chain(Field::ALL.map(Field::oid));
    let mut known = known.filter(|dotted| oid::name(dotted) == Some(name));
    known.next().map(str::to_owned)
}

fn usages(draft: &CsrDraft, asked: &mut Asked) {
    asked.spec.key_usage = (draft.key_usage != 0).then_some(KeyUsage {
        bits: draft.key_usage,
        is_critical: true,
    });
    let chosen = draft.usages.iter().copied();
    asked.spec.extended_usage = chosen.map(Oid::from).collect();
    let custom = draft.custom_usage.trim();
    if is_dotted(custom) {
        asked.spec.extended_usage.push(Oid::from(custom.to_owned()));
    } else if !custom.is_empty() {
        asked.no_oid.push(Input::Usage);
    }
}
