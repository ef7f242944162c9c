//! What the page loads over http: written so, or redirected there.

use std::collections::HashSet;

use super::ask::{Ended, Post};
use super::judge::{change, kept, told, twin};
use super::parts::{Part, Reading};
use super::{PageSummary, Scene};
use crate::core::diagnose::{Check, CheckId};
use crate::core::env::WebUrl;
use crate::core::finding::{
    Finding, LeftOut, PageFact, PagePart, PageParts, RedirectFault, Severity,
};
use crate::core::limits;
use crate::core::page::address::asked;
use crate::core::progress::Cancelled;

/// Asks for the parts and judges them.
pub(super) fn check(
    scene: &Scene<'_>,
    post: &mut Post<'_>,
    reading: &Reading,
) -> Result<Check, Cancelled> {
    let left_over = ask(post, reading)?;
    let left_out = LeftOut {
        parts: left_over,
        ..reading.left_out
    };
    let sorted = Sorted::of(post, reading);
    let summary = PageSummary::Mixed {
        over_http: sorted.over_http(),
        blocked: sorted.written.blocked.len() + sorted.redirected.blocked.len(),
        upgraded: sorted.upgraded.len(),
        parts: reading.parts.len(),
        sheets: reading.sheets,
    };
    let mut findings = sorted.findings(reading);
    findings.extend(inside(post, reading));
    if left_out != LeftOut::default() {
        let url = reading.page.to_string();
        findings.push(Finding::new(PageFact::LeftOut { url, left_out }));
    }
    Ok(Check::done(
        scene.key(CheckId::MixedContent),
        summary,
        findings,
    ))
}

/// Asks whether what is written with http is there over https, then whether the rest leads to http: what
/// browsers would refuse first. How many were not asked.
fn ask(post: &mut Post<'_>, reading: &Reading) -> Result<usize, Cancelled> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut urls: Vec<WebUrl> = Vec::new();
    let order = |part: &&Part| (!part.target.is_insecure(), !part.used.is_blocked());
    let mut parts: Vec<&Part> = reading.parts.iter().collect();
    parts.sort_by_key(order);
    for part in parts {
        let url = match part.target.is_insecure() {
            true => twin(part),
            false => asked(&part.target.url),
        };
        let is_new = |url: &WebUrl| !post.knows(url) && seen.insert(url.to_string());
        urls.extend(url.filter(is_new));
    }
    let all = urls.clone();
    urls.truncate(limits::PAGE_PARTS);
    post.parts(urls)?;
    Ok(all
        .iter()
        .filter(|url| post.ended(url) == Ended::Left)
        .count())
}

/// Parts that browsers refuse, and those that they ask over https in place.
#[derive(Default)]
struct Both {
    blocked: Vec<PagePart>,
    passive: Vec<PagePart>,
}

impl Both {
    fn of(&mut self, is_blocked: bool) -> &mut Vec<PagePart> {
        match is_blocked {
            true => &mut self.blocked,
            false => &mut self.passive,
        }
    }
}

/// Parts by what is wrong with them.
#[derive(Default)]
struct Sorted {
    written: Both,
    redirected: Both,
    upgraded: Vec<PagePart>,
    /// Upgraded parts that do not answer over https.
    missing: usize,
}

impl Sorted {
    fn of(post: &Post<'_>, reading: &Reading) -> Self {
        let mut sorted = Self::default();
        for part in &reading.parts {
            let is_blocked = part.target.is_blocked(part.used) || reading.policy.blocks_all;
            if part.target.is_insecure() {
                let ended = post.twin_ended(part);
                let one = told(part, None, change(part, &ended));
                let is_missing = matches!(ended, Ended::NoAnswer | Ended::Status(300..));
                match reading.policy.upgrades {
                    true => {
                        sorted.missing += usize::from(is_missing);
                        sorted.upgraded.push(one);
                    }
                    false => sorted.written.of(is_blocked).push(one),
                }
                continue;
            }
            let ended = asked(&part.target.url).map(|url| post.ended(&url));
            if let Some(Ended::Insecure(to)) = ended
                && !reading.policy.upgrades
            {
                sorted.redirected.of(is_blocked).push(led_on(part, to));
            }
        }
        sorted
    }

    fn over_http(&self) -> usize {
        let both = [&self.written, &self.redirected];
        both.iter()
            .map(|one| one.blocked.len() + one.passive.len())
            .sum()
    }

    fn findings(self, reading: &Reading) -> Vec<Finding> {
        let mut all = Vec::new();
        let kept = |parts| kept(&reading.page, parts);
        let mut add = |parts: Option<PageParts>,
                       is_blocked,
                       fact: fn(PageParts, bool) -> PageFact| {
            let severity = match is_blocked {
                true => Severity::Error,
                false => Severity::Warning,
            };
            all.extend(parts.map(|parts| Finding::new(fact(parts, is_blocked)).rated(severity)));
        };
        let written = |parts, is_blocked| PageFact::MixedContent { parts, is_blocked };
        let redirected = |parts, is_blocked| PageFact::MixedByRedirect { parts, is_blocked };
        add(kept(self.written.blocked), true, written);
        add(kept(self.written.passive), false, written);
        add(kept(self.redirected.blocked), true, redirected);
        add(kept(self.redirected.passive), false, redirected);
        let missing = self.missing;
        let upgraded = kept(self.upgraded).map(|parts| PageFact::MixedUpgraded { parts, missing });
        all.extend(upgraded.map(|fact| match missing {
            0 => Finding::new(fact),
            _ => Finding::new(fact).rated(Severity::Warning),
        }));
        all
    }
}

/// A part that is redirected to http: what stands there over https is asked for by nobody yet.
fn led_on(part: &Part, to: String) -> PagePart {
    let led = Part {
        target: crate::core::page::address::target(&part.target.url, &to)
            .unwrap_or_else(|| part.target.clone()),
        ..part.clone()
    };
    let change = change(&led, &Ended::Refused(RedirectFault::Unreadable));
    told(part, Some(to), change)
}

/// Parts that lead inside a network.
fn inside(post: &Post<'_>, reading: &Reading) -> Option<Finding> {
    let led = |part: &Part| {
        let url = match part.target.is_insecure() {
            true => twin(part),
            false => asked(&part.target.url),
        };
        match post.ended(&url?) {
            Ended::Refused(RedirectFault::Inside { address, range }) => {
                Some((part.target.url.to_string(), address, range))
            }
            _ => None,
        }
    };
    let mut all = reading.parts.iter().filter_map(led);
    let (url, address, range) = all.next()?;
    Some(Finding::new(PageFact::PartInside {
        page: reading.page.to_string(),
        url,
        address,
        range,
        count: 1 + all.count(),
    }))
}
