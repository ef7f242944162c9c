//! What was done to the configuration, newest first.

use super::super::Tone;
use crate::core::iis::history::{Entry, History, PlanId, Present, State};
use crate::core::iis::plan::Fix;
use crate::text::Lang;
use crate::text::foreign::{display, short};
use crate::text::iis::{step, window as words};
use crate::text::time::date_time;

/// Steps told of one act.
const STEPS: usize = 4;

/// One act.
#[derive(Clone, Debug)]
pub struct ActView {
    pub id: PlanId,
    pub title: String,
    pub state: &'static str,
    pub tone: Tone,
    pub steps: Vec<String>,
    pub copy: String,
    pub damage: Option<&'static str>,
    pub can_undo: bool,
}

/// All acts.
#[derive(Clone, Debug)]
pub struct HistoryView {
    pub acts: Vec<ActView>,
    /// Something to know before the list.
    pub note: Option<&'static str>,
    pub unreadable: Vec<String>,
}

pub(super) fn build(lang: Lang, history: &History, offset_secs: i32) -> HistoryView {
    HistoryView {
        acts: history
            .acts
            .iter()
            .map(|act| view(lang, act, offset_secs))
            .collect(),
        note: match history.present {
            Present::ChangedByOthers => Some(words::history_foreign(lang)),
            Present::NoHistory => Some(words::history_empty(lang)),
            Present::Known => None,
        },
        unreadable: history
            .unreadable
            .iter()
            .map(|record| display(&record.path.to_string_lossy()).into_owned())
            .collect(),
    }
}

fn view(lang: Lang, act: &Entry, offset_secs: i32) -> ActView {
    let (id, when) = (
        short(&act.plan_id.0),
        date_time(lang, act.when, offset_secs),
    );
    ActView {
        id: act.plan_id.clone(),
        title: words::act(lang, &id, &when),
        state: words::state(lang, act.state, act.undone.is_some()),
        tone: match act.state {
            State::InForce => Tone::Ok,
            State::NotInForce => Tone::Neutral,
            State::Overtaken => Tone::Warn,
        },
        steps: steps(lang, act),
        copy: display(&act.copy.to_string_lossy()).into_owned(),
        damage: act.damage.as_ref().map(|what| words::damage(lang, what)),
        can_undo: act.can_undo,
    }
}

fn steps(lang: Lang, act: &Entry) -> Vec<String> {
    let fixes = act.plan.get("fixes").cloned().unwrap_or_default();
    let fixes: Vec<Fix> = serde_json::from_value(fixes).unwrap_or_default();
    let left = fixes.len().saturating_sub(STEPS);
    let told = fixes.iter().take(STEPS);
    let mut steps: Vec<String> = told.map(|fix| step::step(lang, fix)).collect();
    if left > 0 {
        steps.push(words::more_steps(lang, left));
    }
    steps
}
