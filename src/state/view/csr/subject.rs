//! The subject of the request: fields by level, what is wrong beside each, profiles.

use crate::core::csr::country;
use crate::core::csr::subject as judge;
use crate::core::finding::{Finding, Severity};
use crate::core::x509::ValidationLevel as Judged;
use crate::state::csr::Csr;
use crate::state::csr::spec::{self, Asked, Input};
use crate::state::drafts::csr::{CommonName, CsrDraft, Field, Level};
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::csr::{country as countries, form as words};
use crate::text::{Lang, finding, foreign};

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultView {
    pub tone: Tone,
    pub title: String,
    pub why: String,
}

/// One value of a field.
#[derive(Clone, Debug)]
pub struct ValueView {
    pub value: String,
    pub faults: Vec<FaultView>,
    /// Name of the button that takes it away.
    pub remove: String,
}

/// A field of the form.
#[derive(Clone, Debug)]
pub struct FieldView {
    pub field: Field,
    pub label: &'static str,
    pub hint: &'static str,
    /// What is chosen, for a country.
    pub shown: Option<String>,
    pub values: Vec<ValueView>,
    /// Name of the button that adds one more.
    pub add: Option<String>,
}

/// A further attribute.
#[derive(Clone, Debug)]
pub struct CustomView {
    pub faults: Vec<FaultView>,
    pub remove: String,
}

/// The second step.
#[derive(Clone, Debug)]
pub struct SubjectView {
    pub levels: [&'static str; 4],
    pub level: usize,
    pub level_why: &'static str,
    pub common_name: String,
    pub common_names: Vec<(String, CommonName)>,
    pub common_name_faults: Vec<FaultView>,
    pub fields: Vec<FieldView>,
    pub custom: Vec<CustomView>,
    /// What concerns no single field.
    pub faults: Vec<FaultView>,
    pub profiles: Vec<String>,
    /// Countries as the list shows them, in the order of [`country::CODES`].
    pub countries: Vec<String>,
    /// Why the next step cannot be taken yet, and whether it is an error.
    pub off: Option<(String, bool)>,
}

/// What is wrong, and with which input.
pub(super) struct Faults(Vec<(Option<Input>, Finding)>);

impl Faults {
    /// Judges the subject as the level wants it.
    pub(super) fn of(asked: &Asked, level: Level) -> Self {
        let judged = match level {
            Level::Domain | Level::Own => Judged::Domain,
            Level::Organization => Judged::Organization,
            Level::Extended => Judged::Extended,
        };
        let faults = judge::judge(&asked.spec, judged).into_iter();
        let faults = faults.map(|fault| {
            let input = fault.field.and_then(|index| asked.inputs.get(index));
            (input.copied(), fault.finding)
        });
        // The own CA decides about everything that is not plainly wrong.
        let is_kept =
            |finding: &Finding| level != Level::Own || finding.severity == Severity::Error;
        Self(faults.filter(|(_, finding)| is_kept(finding)).collect())
    }

    fn at(&self, lang: Lang, input: Option<Input>) -> Vec<FaultView> {
        let held = self.0.iter().filter(|(at, _)| *at == input);
        held.map(|(_, finding)| fault(lang, finding)).collect()
    }

    fn errors(&self) -> usize {
        let is_error = |held: &&(Option<Input>, Finding)| held.1.severity == Severity::Error;
        self.0.iter().filter(is_error).count()
    }

    /// What remains to be said on the review.
    pub(super) fn all(&self, lang: Lang) -> Vec<FaultView> {
        self.0
            .iter()
            .map(|(_, finding)| fault(lang, finding))
            .collect()
    }
}

fn fault(lang: Lang, held: &Finding) -> FaultView {
    let said = finding::words(lang, held);
    FaultView {
        tone: held.severity.into(),
        why: said.paragraph(lang),
        title: said.message,
    }
}

pub(super) fn build(lang: Lang, model: &Model, asked: &Asked, faults: &Faults) -> SubjectView {
    let held = &model.csr;
    let draft = &held.draft;
    let level = Level::ALL.iter().position(|level| *level == draft.level);
    let level = level.unwrap_or(0);
    let shown = Field::ALL.into_iter().filter(|field| draft.shows(*field));
    SubjectView {
        levels: [
            words::level_domain(lang),
            words::level_organization(lang),
            words::level_extended(lang),
            words::level_own(lang),
        ],
        level,
        level_why: words::level_why(lang, level),
        common_name: common_name(lang, held),
        common_names: common_names(lang, held),
        common_name_faults: faults.at(lang, Some(Input::CommonName)),
        fields: shown
            .map(|field| field_view(lang, draft, field, faults))
            .collect(),
        custom: custom(lang, draft, asked, faults),
        faults: faults.at(lang, None),
        profiles: profiles(model),
        countries: country::CODES
            .iter()
            .map(|code| countries::entry(lang, code))
            .collect(),
        off: off(lang, asked, faults),
    }
}

fn off(lang: Lang, asked: &Asked, faults: &Faults) -> Option<(String, bool)> {
    let is_here = |input: &&Input| matches!(input, Input::Custom(_));
    let unread = asked.no_oid.iter().chain(&asked.no_value);
    let unread = unread.filter(is_here).count();
    let count = faults.errors() + unread;
    (count > 0).then(|| (words::fields_wrong(lang, count), true))
}

fn profiles(model: &Model) -> Vec<String> {
    let saved = model.settings.profiles.iter();
    saved
        .map(|profile| foreign::short(&profile.name).into_owned())
        .collect()
}

fn common_name(lang: Lang, held: &Csr) -> String {
    match spec::common_name(&held.draft, &held.advice) {
        Some(name) => foreign::short(name).into_owned(),
        None => words::common_name_none(lang).to_owned(),
    }
}

fn common_names(lang: Lang, held: &Csr) -> Vec<(String, CommonName)> {
    let names = spec::common_names(&held.advice).into_iter();
    let names = names.map(|name| {
        let shown = foreign::short(name).into_owned();
        (shown, CommonName::Chosen(name.to_owned()))
    });
    let none = (words::common_name_none(lang).to_owned(), CommonName::Left);
    names.chain([none]).collect()
}

fn field_view(lang: Lang, draft: &CsrDraft, field: Field, faults: &Faults) -> FieldView {
    let label = label(lang, field);
    let held = draft.values(field);
    let count = held.len().max(1);
    let values: Vec<ValueView> = (0..count)
        .map(|index| ValueView {
            value: held.get(index).cloned().unwrap_or_default(),
            faults: faults.at(lang, Some(Input::Field(field, index))),
            remove: words::remove_value(lang, label, index + 1),
        })
        .collect();
    let code = held.first().filter(|code| !code.is_empty());
    FieldView {
        field,
        label,
        hint: match field {
            Field::BusinessCategory => words::business_category_hint(lang),
            _ => "",
        },
        shown: field.is_country().then(|| match code {
            Some(code) => countries::entry(lang, code),
            None => words::choose_country(lang).to_owned(),
        }),
        add: field.is_repeated().then(|| words::add_another(lang, label)),
        values,
    }
}

/// Words for a field.
pub(super) fn label(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::BusinessCategory => words::business_category(lang),
        Field::Country => words::country(lang),
        Field::DomainComponent => words::domain_component(lang),
        Field::Email => words::email(lang),
        Field::JurisdictionCountry => words::jurisdiction_country(lang),
        Field::JurisdictionLocality => words::jurisdiction_locality(lang),
        Field::JurisdictionState => words::jurisdiction_state(lang),
        Field::Locality => words::locality(lang),
        Field::Organization => words::organization(lang),
        Field::SerialNumber => words::serial_number(lang),
        Field::State => words::state(lang),
        Field::Unit => words::unit(lang),
    }
}

fn custom(lang: Lang, draft: &CsrDraft, asked: &Asked, faults: &Faults) -> Vec<CustomView> {
    (0..draft.custom.len())
        .map(|index| {
            let input = Input::Custom(index);
            let mut said = faults.at(lang, Some(input));
            let wrong = match () {
                () if asked.no_oid.contains(&input) => Some(words::no_oid(lang)),
                () if asked.no_value.contains(&input) => Some(words::no_value(lang)),
                () => None,
            };
            said.extend(wrong.map(|title| FaultView {
                tone: Tone::Error,
                title: title.to_owned(),
                why: String::new(),
            }));
            CustomView {
                faults: said,
                remove: words::remove_value(lang, words::attribute(lang), index + 1),
            }
        })
        .collect()
}
