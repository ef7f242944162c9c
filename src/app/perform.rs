//! Does in the world what an action asked for.

use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::dialogs::Question;
use super::window::Window;
use super::world;
use crate::core::convert::password;
use crate::core::op::Request;
use crate::core::save;
use crate::state::convert::{ConvertAction, PasswordOf};
use crate::state::csr::CsrAction;
use crate::state::view::export;
use crate::state::{Action, Effect, JobNumber, Picked, Saving};

/// The clipboard's text comes within this many frames, or not at all.
const PASTE_FRAMES: u8 = 4;

/// Does one effect.
pub fn effect(window: &mut Window, ctx: &Context, effect: Effect) {
    match effect {
        Effect::Cancel(job) => window.runner.cancel(job.0),
        Effect::ClearSecret(secret) => window.clipboard.clear(ctx, &secret),
        Effect::Copy(text) => ctx.copy_text(text),
        Effect::CopySecret(secret) => window.clipboard.put(ctx, &secret),
        Effect::GenerateKeyPassword => generate_for_key(window),
        Effect::GeneratePassword(of) => generate(window, of),
        Effect::Pick(picked) => pick(window, picked),
        Effect::RequestPaste => {
            window.paste_wait = PASTE_FRAMES;
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        Effect::Save {
            job,
            what,
            path,
            replace,
        } => write(window, job, what, path, replace),
        Effect::Start { job, request } => start(window, job, request),
        Effect::StoreSettings => window.keeper.store(&window.model.settings),
    }
}

fn start(window: &mut Window, job: JobNumber, request: Request) {
    window.model.offset_secs = world::local_offset_secs(window.model.now);
    window.runner.start(job.0, request);
}

fn generate(window: &mut Window, of: PasswordOf) {
    let world = world::lend();
    let answer = match password::generate(world.env().random) {
        Ok(secret) => ConvertAction::Generated(of, Arc::new(secret)),
        Err(fault) => {
            tracing::warn!("no password was generated: {fault}");
            ConvertAction::NotGenerated
        }
    };
    window.push(Action::Convert(answer));
}

fn generate_for_key(window: &mut Window) {
    let world = world::lend();
    let secret = password::generate(world.env().random);
    if let Err(fault) = &secret {
        tracing::warn!("no password was generated: {fault}");
    }
    let secret = secret.ok().map(Arc::new);
    window.push(Action::Csr(CsrAction::Generated(secret)));
}

fn pick(window: &mut Window, asked: Picked) {
    let question = Question {
        asked,
        title: export::dialog_title(&window.model, asked),
        file_name: match asked {
            Picked::Save(what) => export::file_name(&window.model, what),
            Picked::Added
            | Picked::Csr(_)
            | Picked::CsrFolder
            | Picked::Files
            | Picked::Folder
            | Picked::IisFiles
            | Picked::IisFolder => String::new(),
        },
    };
    window.dialogs.ask(question);
}

fn write(
    window: &mut Window,
    job: JobNumber,
    what: Saving,
    path: std::path::PathBuf,
    replace: bool,
) {
    match export::bytes(&window.model, what) {
        Some(bytes) => {
            let request = save::Request {
                path,
                bytes,
                // It holds all that the configuration holds, so it is as private.
                private: what == Saving::IisCopy,
                replace,
            };
            window.runner.start(job.0, Request::Save(request));
        }
        // What was to be saved is closed by now.
        None => window.push(Action::FinishJob {
            job,
            outcome: crate::core::op::Outcome::Cancelled,
        }),
    }
}
