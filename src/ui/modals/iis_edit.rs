//! Asks what shall become of one binding: host name, SNI, flags, removal, https beside http.

use egui::{Context, Id, Ui};

use crate::core::iis::config::Binding;
use crate::core::iis::flags::SslFlag;
use crate::core::iis::plan::{BindingAt, Fix};
use crate::core::iis::scan::Scan;
use crate::state::drafts::iis::Edit;
use crate::state::iis::IisAction;
use crate::state::view::iis::flag;
use crate::state::{Action, Model};
use crate::text::foreign::short;
use crate::text::iis::{flag as flag_words, window as words};
use crate::text::{Lang, window};
use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

/// Draws the dialog.
pub fn ui(
    ctx: &Context,
    model: &Model,
    lang: Lang,
    at: BindingAt,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let found = model.iis.scan.as_deref().and_then(|scan| {
        let site = scan.configuration.sites.get(at.site as usize)?;
        Some((scan, &site.name, site.bindings.get(at.binding as usize)?))
    });
    let Some((scan, site, binding)) = found else {
        outbox.push(Action::CloseDialog);
        return;
    };
    if desk.is_dialog_new {
        desk.drafts.iis.edit = Edit::of(binding);
    }
    let id = Id::unique("iis edit dialog");
    let shown = dialog(ctx, id, words::change_title(lang), size::DIALOG, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let tokens = Tokens::of(ui);
        let which = format!("{}  {}", short(site), short(&binding.information));
        let width = ui.available_width();
        text::name(ui, &which, Type::Mono, tokens.muted, width);
        fields(ui, binding, lang, desk);
        ui.add_space(space::M);
        buttons(ui, scan, at, lang, desk)
    });
    match shown.inner {
        Some(Some(fixes)) => outbox.push(Action::Iis(IisAction::Edit(at, fixes))),
        Some(None) => outbox.push(Action::CloseDialog),
        None if shown.dismissed => outbox.push(Action::CloseDialog),
        None => {}
    }
}

fn fields(ui: &mut Ui, binding: &Binding, lang: Lang, desk: &mut Desk) {
    let is_new = desk.is_dialog_new;
    let tokens = Tokens::of(ui);
    let edit = &mut desk.drafts.iis.edit;
    ui.add_space(space::S);
    let remove = words::edit_remove(lang);
    let response = ui.add_enabled_ui(!edit.is_removed && binding.endpoint().is_some(), |ui| {
        let label = text::line(ui, words::edit_host(lang), Type::Small, tokens.secondary);
        let host = TextInput::new("host", &mut edit.host, Name::LabelledBy(label.id))
            .hint(words::edit_host_hint(lang))
            .mono()
            .show(ui)
            .on_hover_text(format!("{}, {}", flag::HOST, flag::MOVE_TO));
        if is_new {
            host.request_focus();
        }
        if binding.is_https() {
            text::paragraph(ui, words::edit_host_why(lang), Type::Caption, tokens.muted);
            flags(ui, lang, edit);
        } else if binding.is_http() {
            ui.add_space(space::S);
            checkbox(ui, &mut edit.adds_https, words::add_https(lang))
                .on_hover_text(flag::ADD_HTTPS);
        }
    });
    drop(response);
    ui.add_space(space::S);
    checkbox(ui, &mut edit.is_removed, remove).on_hover_text(flag::REMOVE);
}

fn flags(ui: &mut Ui, lang: Lang, edit: &mut Edit) {
    ui.add_space(space::S);
    let color = Tokens::of(ui).secondary;
    text::line(ui, words::edit_flags(lang), Type::Small, color);
    for one in SslFlag::ALL.iter().copied() {
        let mut is_on = edit.flags.contains(&one);
        let (label, twin) = match one {
            SslFlag::Sni => (words::sni_box(lang), flag::SNI.to_owned()),
            other => (
                flag_words::flag(lang, other),
                format!("{}, {} {}", flag::SET, flag::CLEAR, other.name()),
            ),
        };
        if checkbox(ui, &mut is_on, label)
            .on_hover_text(twin)
            .changed()
        {
            edit.flags.retain(|held| *held != one);
            if is_on {
                edit.flags.push(one);
            }
        }
    }
}

/// The wishes when they go into the plan; `None` inside when the dialog is left.
fn buttons(
    ui: &mut Ui,
    scan: &Scan,
    at: BindingAt,
    lang: Lang,
    desk: &Desk,
) -> Option<Option<Vec<Fix>>> {
    let fixes = desk.drafts.iis.edit.fixes(scan, at);
    let off = fixes.is_empty().then(|| words::edit_nothing(lang));
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let go = Button::primary(words::edit_take(lang)).off(off);
            if ui.add(go).clicked() {
                answer = Some(Some(fixes));
            }
            if ui.add(Button::standard(window::cancel(lang))).clicked() {
                answer = Some(None);
            }
        });
    });
    answer
}
