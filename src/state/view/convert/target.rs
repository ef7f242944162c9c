//! The places a result can be made for, and what will come out for the chosen one.

use super::flag;
use super::plan::{self, PlanView};
use crate::core::convert::{
    Choice, Format, Material, PemLayout, Plan, Provider, Recipe, Refusal, Target,
};
use crate::core::keystore::KeyAttributes;
use crate::core::keystore::pfx::PfxCipher;
use crate::state::convert::Change;
use crate::state::drafts::convert::{ConvertDraft, FORMATS, Offer};
use crate::state::model::Model;
use crate::text::convert::panel as words;
use crate::text::{Lang, convert as text};

/// A place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    pub offer: Offer,
    pub title: &'static str,
    pub second: &'static str,
    pub badge: &'static str,
}

/// One of several options of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormOption {
    pub label: String,
    pub is_chosen: bool,
    pub change: Change,
}

/// The rows that say what the form and its protection are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormView {
    /// Rows of options, each with its label and its flag on the command line.
    pub rows: Vec<(&'static str, &'static str, Vec<FormOption>)>,
    /// The usual rounds, where rounds can be chosen.
    pub usual_rounds: Option<String>,
    /// Yes or no, each with its flag.
    pub switches: Vec<(&'static str, &'static str, FormOption)>,
}

/// Why nothing can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalView {
    pub title: String,
    pub detail: String,
    /// Files are missing.
    pub wants_files: bool,
    /// A password opens what is needed; the group to open.
    pub wants_password: bool,
    /// The user has to say which certificate is meant.
    pub wants_choice: bool,
}

/// The second step.
#[derive(Clone, Debug)]
pub struct TargetView {
    pub offers: Vec<OfferView>,
    pub plan: Option<PlanView>,
    pub refusal: Option<RefusalView>,
    /// What the form is, for something else and for web servers.
    pub form: FormView,
    /// How it is protected, for whoever wants it otherwise.
    pub protection: FormView,
}

pub(super) fn build(
    lang: Lang,
    model: &Model,
    material: &Material,
    plan: &Result<Plan, Refusal>,
) -> TargetView {
    let draft = &model.convert.draft;
    TargetView {
        offers: Offer::ALL
            .into_iter()
            .map(|offer| offer_view(lang, offer))
            .collect(),
        plan: plan
            .as_ref()
            .ok()
            .map(|plan| plan::build(lang, model, plan)),
        refusal: plan.as_ref().err().map(|refusal| refused(lang, refusal)),
        form: form(lang, draft),
        protection: protection(lang, &draft.choice, material),
    }
}

fn offer_view(lang: Lang, offer: Offer) -> OfferView {
    let target = offer.target();
    let (title, second) = match offer {
        Offer::Other => (words::somewhere_else(lang), words::somewhere_else_sub(lang)),
        Offer::WebServer => (text::target::title(lang, target), words::sub_web(lang)),
        Offer::Java => (text::target::title(lang, target), words::sub_java(lang)),
        _ => (
            text::target::title(lang, target),
            text::target::sub(lang, target),
        ),
    };
    OfferView {
        offer,
        title,
        second,
        badge: match offer {
            Offer::Other => words::any(lang),
            _ => text::target::short(target.usual_format()),
        },
    }
}

fn refused(lang: Lang, refusal: &Refusal) -> RefusalView {
    let (title, detail) = super::refusal_words(lang, refusal);
    RefusalView {
        title,
        detail,
        wants_files: matches!(
            refusal,
            Refusal::NoKey { .. } | Refusal::KeyFitsNothing { .. } | Refusal::NothingHere
        ),
        wants_password: matches!(refusal, Refusal::StillLocked { .. }),
        wants_choice: matches!(
            refusal,
            Refusal::SeveralLeaves { .. } | Refusal::SeveralKeys { .. } | Refusal::NoSuchLeaf
        ),
    }
}

fn form(lang: Lang, draft: &ConvertDraft) -> FormView {
    let choice = &draft.choice;
    let mut view = FormView::default();
    if draft.offer == Offer::Other {
        let formats = FORMATS.into_iter().map(|format| FormOption {
            label: text::target::short(format).to_owned(),
            is_chosen: text::target::short(format) == text::target::short(choice.format),
            change: Change::ChooseFormat(format),
        });
        view.rows
            .push((words::form(lang), flag::TO, formats.collect()));
    }
    if let Format::Pem(chosen) = choice.format {
        let layouts = PemLayout::ALL.into_iter().map(|layout| FormOption {
            label: text::target::layout(lang, layout).to_owned(),
            is_chosen: layout == chosen,
            change: Change::ChooseLayout(layout),
        });
        view.rows
            .push((words::layout(lang), flag::LAYOUT, layouts.collect()));
    }
    if draft.offer == Offer::Other {
        let targets = Target::ALL.into_iter().map(|target| FormOption {
            label: text::target::title(lang, target).to_owned(),
            is_chosen: target == choice.target,
            change: Change::ChooseTarget(target),
        });
        view.rows
            .push((words::for_whom(lang), flag::TARGET, targets.collect()));
    }
    view
}

fn protection(lang: Lang, choice: &Choice, material: &Material) -> FormView {
    let mut view = FormView::default();
    if choice.format == Format::Pfx {
        let used = choice.cipher.unwrap_or(choice.target.pfx_cipher());
        let ciphers = [PfxCipher::TripleDesSha1, PfxCipher::Aes256Sha256];
        let ciphers = ciphers.into_iter().map(|cipher| FormOption {
            label: Recipe::windows_label(cipher).to_owned(),
            is_chosen: cipher == used,
            change: Change::ChooseCipher(cipher),
        });
        view.rows
            .push((words::cipher(lang), flag::PROTECTION, ciphers.collect()));
    }
    let has_provider = material
        .entries
        .iter()
        .any(|entry| entry.attributes.provider.is_some());
    if choice.format == Format::Pfx && choice.target.is_windows() {
        let options = providers(lang, choice, has_provider);
        view.rows
            .push((words::provider(lang), flag::PROVIDER, options));
    }
    let usual = Recipe::of(&Choice {
        iterations: None,
        ..choice.clone()
    });
    view.usual_rounds = usual
        .ok()
        .and_then(Recipe::iterations)
        .map(|rounds| words::usual_rounds(lang, rounds));
    view.switches = switches(lang, choice, material);
    view
}

/// Providers that Windows itself has, for keys that came without the name of one.
const PROVIDERS: [&str; 2] = [
    "Microsoft RSA SChannel Cryptographic Provider",
    "Microsoft Software Key Storage Provider",
];

fn providers(lang: Lang, choice: &Choice, has_provider: bool) -> Vec<FormOption> {
    let option = |label: &str, is_chosen, provider| FormOption {
        label: label.to_owned(),
        is_chosen,
        change: Change::ChooseProvider(provider),
    };
    let keeps = choice.provider == Provider::Keep;
    let mut options = Vec::new();
    if has_provider {
        options.push(option(words::provider_keep(lang), keeps, Provider::Keep));
    }
    let drops = choice.provider == Provider::Drop || keeps && !has_provider;
    options.push(option(words::provider_drop(lang), drops, Provider::Drop));
    for name in PROVIDERS {
        let provider = Provider::Set(KeyAttributes {
            provider: Some(name.to_owned()),
            is_machine_key: false,
        });
        options.push(option(name, choice.provider == provider, provider));
    }
    options
}

fn switches(
    lang: Lang,
    choice: &Choice,
    material: &Material,
) -> Vec<(&'static str, &'static str, FormOption)> {
    let mut switches = Vec::new();
    let mut add = |label, name, is_chosen, change| {
        let option = FormOption {
            label: String::new(),
            is_chosen,
            change,
        };
        switches.push((label, name, option));
    };
    let (with_chain, with_root) = (choice.with_chain, choice.with_root);
    if !choice.format.is_key_only() && choice.format != Format::Der && !choice.is_trust_store {
        add(
            words::with_chain(lang),
            flag::WITHOUT_CHAIN,
            with_chain,
            Change::AllowChain(!with_chain),
        );
        if material.entries.iter().any(|entry| entry.root.is_some()) {
            add(
                words::with_root(lang),
                flag::INCLUDE_ROOT,
                with_root,
                Change::AllowRoot(!with_root),
            );
        }
    }
    if choice.format.is_key_only() {
        let is_der = choice.is_der;
        add(
            words::write_der(lang),
            flag::OUT,
            is_der,
            Change::WriteDer(!is_der),
        );
    }
    if choice.format.is_keystore() && choice.target.is_java() {
        let is_list = choice.is_trust_store;
        add(
            words::all_trusted(lang),
            flag::TRUST_STORE,
            is_list,
            Change::TrustStore(!is_list),
        );
    }
    switches
}
