//! Asks what chains are judged for: host, moment, use, rules.

use egui::{Context, Id, Key, Ui};

use crate::core::chain::Profile;
use crate::core::finding::Usage;
use crate::state::chain::ChainAction;
use crate::state::view::chain::flag;
use crate::state::{Action, Model};
use crate::text::chain::panel as words;
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::radio::radio;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

const USAGES: [Usage; 3] = [Usage::Server, Usage::Client, Usage::Any];
const PROFILES: [Profile; 3] = [Profile::Practice, Profile::Rfc5280, Profile::WebPki];

/// Draws the dialog.
pub fn ui(ctx: &Context, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    if desk.is_dialog_new {
        desk.drafts.judge_for.clone_from(&model.chain.judged_for);
    }
    let id = Id::unique("judge for dialog");
    let shown = dialog(ctx, id, words::judge_for_title(lang), size::DIALOG, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let is_entered = fields(ui, lang, desk);
        choices(ui, lang, desk);
        ui.add_space(space::M);
        buttons(ui, lang, is_entered, desk)
    });
    match shown.inner {
        Some(true) => {
            let asked = desk.drafts.judge_for.clone();
            outbox.push(Action::Chain(ChainAction::JudgeFor(asked)));
        }
        Some(false) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

/// Host and moment; true when Enter was pressed in one of them.
fn fields(ui: &mut Ui, lang: Lang, desk: &mut Desk) -> bool {
    let muted = Tokens::of(ui).muted;
    let is_new = desk.is_dialog_new;
    let draft = &mut desk.drafts.judge_for;
    let label = caption(ui, words::host(lang), flag::HOST);
    let host = TextInput::new("host", &mut draft.host, Name::LabelledBy(label))
        .hint(words::host_hint(lang))
        .show(ui);
    if is_new {
        host.request_focus();
    }
    text::paragraph(ui, words::host_why(lang), Type::Caption, muted);
    let error = draft
        .moment()
        .is_err()
        .then(|| words::verify_at_error(lang));
    let label = caption(ui, words::verify_at(lang), flag::TIME);
    let at = TextInput::new("moment", &mut draft.at, Name::LabelledBy(label))
        .hint(words::verify_at_hint(lang))
        .error(error)
        .show(ui);
    let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
    is_entered && (host.lost_focus() || at.lost_focus())
}

fn choices(ui: &mut Ui, lang: Lang, desk: &mut Desk) {
    let draft = &mut desk.drafts.judge_for;
    caption(ui, words::usage(lang), flag::USAGE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for usage in USAGES {
            let label = words::usage_choice(lang, usage);
            if radio(ui, draft.usage == usage, label).clicked() {
                draft.usage = usage;
            }
        }
    });
    caption(ui, words::rules(lang), flag::PROFILE);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for profile in PROFILES {
            let label = words::profile_choice(lang, profile);
            if radio(ui, draft.profile == profile, label).clicked() {
                draft.profile = profile;
            }
        }
    });
}

/// A label above its control; its flag shows on hover.
fn caption(ui: &mut Ui, words: &str, flag: &str) -> Id {
    ui.add_space(space::S);
    let color = Tokens::of(ui).secondary;
    text::line(ui, words, Type::Small, color)
        .on_hover_text(flag)
        .id
}

fn buttons(ui: &mut Ui, lang: Lang, is_entered: bool, desk: &Desk) -> Option<bool> {
    let off = desk
        .drafts
        .judge_for
        .moment()
        .is_err()
        .then(|| words::verify_at_error(lang));
    let mut answer = (is_entered && off.is_none()).then_some(true);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let go = Button::primary(words::judge(lang)).off(off);
            if ui.add(go).clicked() {
                answer = Some(true);
            }
            if ui.add(Button::standard(window::cancel(lang))).clicked() {
                answer = Some(false);
            }
        });
    });
    answer
}
