//! What commands of single panels do, where that depends on what the panel knows.

use super::Command;
use crate::state::diagnose::{DiagnoseAction, known};
use crate::state::iis::IisAction;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::iis::window as iis_words;

/// Diagnoses the name of what is open, else the one that is typed there.
pub fn diagnose(model: &Model) -> Action {
    let typed = model.diagnose.draft.names.trim();
    let names = match typed.is_empty() {
        true => known::offered(model)
            .into_iter()
            .next()
            .map(known::Offered::names),
        false => None,
    };
    Action::Diagnose(DiagnoseAction::Begin(names.unwrap_or_default()))
}

/// What a command about IIS does now, or why it cannot.
pub fn iis(command: Command, model: &Model, lang: Lang) -> Result<Action, &'static str> {
    let held = &model.iis;
    let read = held
        .scan
        .as_ref()
        .ok_or_else(|| iis_words::no_configuration(lang));
    let action = match command {
        Command::IisOpen => IisAction::AskOpen,
        Command::IisScanComputer if !model.may_have_iis() => {
            return Err(iis_words::not_windows(lang));
        }
        Command::IisScanComputer => IisAction::ScanComputer,
        Command::IisApply => {
            read?;
            let plan = held.planned.as_ref().filter(|_| held.is_plan_current());
            match plan {
                None => return Err(iis_words::no_plan(lang)),
                Some(plan) if plan.plan.is_empty() => {
                    return Err(iis_words::nothing_to_change(lang));
                }
                Some(_) => IisAction::AskApply,
            }
        }
        Command::IisScanAgain => {
            read?;
            IisAction::ScanAgain
        }
        Command::IisUndo => {
            read?;
            IisAction::Undo(None)
        }
        _ => {
            read?;
            IisAction::AskHistory
        }
    };
    Ok(Action::Iis(action))
}
