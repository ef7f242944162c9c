//! The guide: answers of the interview, open answers, and the way on to the panel that does it.

use super::{clipboard, csr, dialogs};
use crate::core::guide::Step;
use crate::core::guide::advise;
use crate::core::guide::interview::Interview;
use crate::state::csr::{Change, CsrAction};
use crate::state::csr_check::CsrTab;
use crate::state::effect::Effect;
use crate::state::guide::GuideAction;
use crate::state::model::{Model, Panel};

pub(super) fn act(model: &mut Model, action: GuideAction) -> Vec<Effect> {
    model.guide.revision += 1;
    match action {
        GuideAction::Close => model.guide.open = None,
        GuideAction::Open(entry) => {
            model.guide.open = Some(entry);
            model.panel = Panel::Guide;
        }
        GuideAction::Reply(reply) => model.guide.asked.take(reply),
        GuideAction::StartAgain => model.guide.asked = Interview::default(),
        GuideAction::Take(step) => return take(model, step),
    }
    Vec::new()
}

fn take(model: &mut Model, step: Step) -> Vec<Effect> {
    model.panel = match step {
        Step::Certificate => Panel::Certificate,
        Step::Chain => Panel::Chain,
        Step::Convert => Panel::Convert,
        Step::Copy(command) => return clipboard::copy(model, command.to_owned()),
        Step::Diagnose => Panel::Diagnose,
        Step::FindCertificate => {
            model.guide.open = None;
            Panel::Guide
        }
        Step::Iis => Panel::Iis,
        Step::MakeRequest => return make_request(model),
        Step::Open => return dialogs::ask_files(),
    };
    Vec::new()
}

/// A new request, with the key that the advice names.
fn make_request(model: &mut Model) -> Vec<Effect> {
    let advised = advise(&model.guide.asked).keys.first().copied();
    model.panel = Panel::Csr;
    model.csr_check.tab = CsrTab::New;
    let change = advised.map(|key| CsrAction::Change(Change::ChooseKey(key)));
    change.map_or_else(Vec::new, |change| csr::act(model, change))
}
