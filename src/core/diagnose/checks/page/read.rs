//! The page at the end of a visit: whether it can be read, and what it says.

use url::Url;

use super::parts::Reading;
use super::visit::{End, Visit};
use super::{PageSummary, Scene, ask::Post, forms, mixed, sheets};
use crate::core::diagnose::{Check, CheckId, Skip};
use crate::core::env::{WebAnswer, WebCause, WebUrl};
use crate::core::finding::{Finding, PageFact};
use crate::core::page::address::target;
use crate::core::page::{Html, Policy, Use, decoded, html};
use crate::core::progress::Cancelled;

/// A page that was read.
#[derive(Debug)]
pub struct Page {
    /// Where it is.
    pub url: Url,
    /// What stands in it.
    pub html: Html,
    /// What its server and itself say of http.
    pub policy: Policy,
}

impl Page {
    /// Reads an answer; `None` for what is no page, or came packed.
    pub fn read(url: &WebUrl, answer: &WebAnswer) -> Option<Self> {
        if !is_html(answer) || packed(answer).is_some() {
            return None;
        }
        let text = decoded(&answer.body, answer.content_type.as_deref());
        let html = html(&text);
        let headers = answer.headers.iter();
        let policies = headers.filter(|(name, _)| name == "content-security-policy");
        let told = policies.map(|(_, value)| Policy::parse(value));
        Some(Self {
            url: Url::parse(&url.to_string()).ok()?,
            policy: told.fold(html.policy, Policy::and),
            html,
        })
    }

    /// What its addresses are read from.
    pub fn base(&self) -> Url {
        let base = self.html.base.as_deref();
        let read = base.filter(|base| base.len() <= BASE_BYTES);
        let joined = read.and_then(|base| self.url.join(base.trim()).ok());
        joined.unwrap_or_else(|| self.url.clone())
    }

    /// Where it sends its visitors by itself, when that is http.
    pub fn refreshed_to_http(&self) -> Option<String> {
        let base = self.base();
        let mut all = self.html.finds.all.iter();
        let found = all.find(|found| found.used == Use::Refresh)?;
        let led = target(&base, &found.text)?;
        led.is_insecure().then(|| led.url.to_string())
    }
}

/// Whether browsers show it as a page (WHATWG MIME Sniffing section 7, without the rest of it).
fn is_html(answer: &WebAnswer) -> bool {
    let told = answer.content_type.as_deref().unwrap_or_default();
    let kind = told.split(';').next().unwrap_or_default().trim();
    let begins = || {
        let head = answer.body.trim_ascii_start();
        head.first() == Some(&b'<')
    };
    match kind {
        "" => begins(),
        kind => {
            kind.eq_ignore_ascii_case("text/html")
                || kind.eq_ignore_ascii_case("application/xhtml+xml")
        }
    }
}

/// What a body is packed with, where the server says so. Foreign text.
pub fn packed(answer: &WebAnswer) -> Option<&str> {
    let encoding = answer.header("content-encoding")?.trim();
    let is_packed = !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity");
    is_packed.then_some(encoding)
}

/// A longer `<base href>` is passed over.
const BASE_BYTES: usize = 8 << 10;

const BOTH: [CheckId; 2] = [CheckId::MixedContent, CheckId::Forms];

/// Reads the page and judges what it loads and where it leads. `https` is the visit that should have ended with
/// one.
pub(super) fn page(
    scene: &Scene<'_>,
    visit: Option<&Visit>,
    https: &Visit,
) -> Result<(), Cancelled> {
    let unread = |findings: Vec<Finding>| {
        for id in BOTH {
            let (key, findings) = (scene.key(id), findings.clone());
            scene.tell(Check::unknown(key, PageSummary::NotFoundOut, findings));
        }
    };
    let Some((visit, answer)) = visit.and_then(|visit| Some((visit, visit.answer()?))) else {
        match &https.end {
            // There is a page, and nobody knows what it loads.
            End::Fault(WebCause::TooLarge { .. }) => unread(Vec::new()),
            _ => {
                for id in BOTH {
                    scene.tell(Check::skipped(scene.key(id), Skip::NoPage));
                }
            }
        }
        return Ok(());
    };
    // What stands there in place of the page says nothing of it.
    if answer.status >= 400 {
        for id in BOTH {
            scene.tell(Check::skipped(scene.key(id), Skip::NoPage));
        }
        return Ok(());
    }
    if let Some(encoding) = packed(answer) {
        let (url, encoding) = (visit.url.to_string(), encoding.to_owned());
        unread(vec![Finding::new(PageFact::Packed { url, encoding })]);
        return Ok(());
    }
    let Some(page) = &visit.page else {
        let content_type = answer.content_type.clone().unwrap_or_default();
        for id in BOTH {
            let content_type = content_type.clone();
            let summary = PageSummary::NotHtml { content_type };
            scene.tell(Check::done(scene.key(id), summary, Vec::new()));
        }
        return Ok(());
    };
    judged(scene, page)
}

fn judged(scene: &Scene<'_>, page: &Page) -> Result<(), Cancelled> {
    scene.begins(CheckId::Forms);
    scene.tell(forms::check(scene, page));
    if !scene.wants(CheckId::MixedContent) {
        return Ok(());
    }
    scene.begins(CheckId::MixedContent);
    let begun = scene.asker.ticks();
    let mut reading = Reading::of(page);
    let mut post = Post::new(scene.asker, scene.name, &page.url);
    sheets::read(&mut post, &mut reading)?;
    let check = mixed::check(scene, &mut post, &reading)?;
    let took = scene.asker.ticks().saturating_sub(begun);
    scene.tell(check.taking(took));
    Ok(())
}
