//! Fetching a missing issuer: whom it contacts, and what came.

use crate::core::chain::aia::{self, Issuers, StepOutcome};
use crate::core::env::WebCause;
use crate::state::chain::Fetching;
use crate::state::model::Model;
use crate::state::view::Tone;
use crate::text::chain::panel as words;
use crate::text::finding::downloaded_instead;
use crate::text::number::listed;
use crate::text::{Lang, foreign, key, time, web};

/// The way to fetch what is missing.
#[derive(Clone, Debug)]
pub struct FetchView {
    /// Hosts that are contacted first.
    pub hosts: String,
    /// The question before it.
    pub question: String,
    /// Why nobody can be asked.
    pub off: Option<&'static str>,
}

/// What came.
#[derive(Clone, Debug)]
pub struct CameView {
    pub tone: Tone,
    pub title: String,
    pub steps: Vec<StepView>,
    /// Whether there is anything to add.
    pub can_add: bool,
    /// Hosts of the own network that were not asked without consent.
    pub agreed_hosts: Vec<String>,
}

/// One certificate, or what came instead of it.
#[derive(Clone, Debug)]
pub struct StepView {
    pub tone: Tone,
    pub title: String,
    pub detail: String,
}

/// `None` where no issuer is missing.
pub fn build(lang: Lang, model: &Model) -> Option<FetchView> {
    let certificate = model.chain.without_issuer()?;
    let targets = aia::contacts(certificate)
        .into_iter()
        .filter_map(|planned| planned.target.ok());
    let mut hosts: Vec<String> = targets
        .map(|target| foreign::short(&target.host).into_owned())
        .collect();
    hosts.dedup();
    let hosts = listed(&hosts);
    Some(FetchView {
        question: words::fetch_question(lang, &certificate.issuer.title(), &hosts),
        off: hosts.is_empty().then(|| words::nowhere_to_ask(lang)),
        hosts,
    })
}

/// `None` until something came.
pub(super) fn came(lang: Lang, model: &Model) -> Option<CameView> {
    let Fetching::Came(issuers) = &model.chain.fetching else {
        return None;
    };
    let found = issuers.found.len();
    let mut steps: Vec<StepView> = issuers
        .found
        .iter()
        .map(|certificate| {
            let until = time::date(lang, certificate.not_after);
            StepView {
                tone: Tone::Ok,
                title: foreign::short(&certificate.title()).into_owned(),
                detail: format!(
                    "{} • {} • {}",
                    words::until(lang, &until),
                    key::name(&certificate.key),
                    words::fetch_fits(lang)
                ),
            }
        })
        .collect();
    steps.extend(instead(lang, issuers));
    Some(CameView {
        tone: if found > 0 { Tone::Ok } else { Tone::Error },
        title: match found {
            0 => words::fetch_nothing(lang).to_owned(),
            count => words::came(lang, count),
        },
        steps,
        can_add: found > 0,
        agreed_hosts: refused(issuers),
    })
}

/// Addresses that gave something else, or nothing.
fn instead(lang: Lang, issuers: &Issuers) -> Vec<StepView> {
    let steps = issuers.steps.iter().filter_map(|step| {
        let detail = match &step.outcome {
            StepOutcome::Found(_) => return None,
            StepOutcome::Unusable(unusable) => downloaded_instead(lang, unusable),
            StepOutcome::Fault(cause) => web::explain(lang, cause).0,
        };
        Some(StepView {
            tone: Tone::Warn,
            title: foreign::short(&step.url).into_owned(),
            detail,
        })
    });
    steps.collect()
}

fn refused(issuers: &Issuers) -> Vec<String> {
    let causes = issuers.steps.iter().filter_map(|step| match &step.outcome {
        StepOutcome::Fault(cause) => Some(cause),
        _ => None,
    });
    causes
        .filter_map(|cause| match cause {
            WebCause::AddressRefused { host, .. } if cause.needs_consent() => Some(host.clone()),
            _ => None,
        })
        .collect()
}
