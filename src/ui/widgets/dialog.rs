//! The frame of a dialog: it lies on a scrim, keeps the focus, and closes by Esc.

use egui::{Area, Context, CornerRadius, Frame, Id, Margin, Modal, Stroke, Ui, accesskit::Role};

use super::text;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

/// What a dialog returns beside its content's answer.
#[derive(Debug)]
pub struct Shown<R> {
    pub inner: R,
    /// Esc was pressed, or the scrim clicked.
    pub dismissed: bool,
}

/// Draws a dialog of `width` in the middle of the window.
pub fn dialog<R>(
    ctx: &Context,
    id: Id,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> Shown<R> {
    modal(ctx, Modal::default_area(id), 24, width, |ui| {
        let tokens = Tokens::of(ui);
        name(ui, title);
        text::line(ui, title, Type::Heading, tokens.text);
        ui.add_space(space::S);
        content(ui)
    })
}

/// The same without a title line of its own, in an area the caller placed: the palette.
pub fn bare<R>(
    ctx: &Context,
    area: Area,
    spoken: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> Shown<R> {
    modal(ctx, area, 0, width, |ui| {
        name(ui, spoken);
        content(ui)
    })
}

fn modal<R>(
    ctx: &Context,
    area: Area,
    padding: i8,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> Shown<R> {
    let tokens = Tokens::theme(ctx.theme() == egui::Theme::Dark);
    let frame = Frame::new()
        .fill(tokens.raised)
        .stroke(Stroke::new(size::STROKE, tokens.border))
        .corner_radius(CornerRadius::same(radius::PALETTE))
        .shadow(style::popup_shadow(tokens))
        .inner_margin(Margin::same(padding));
    let room = ctx.content_rect().width() - 2.0 * space::XL;
    let width = width.min(room) - 2.0 * (f32::from(padding) + size::STROKE);
    let shown = Modal::new(area.layer().id)
        .area(area)
        .frame(frame)
        .backdrop_color(tokens.scrim)
        .show(ctx, |ui| {
            ui.set_width(width);
            content(ui)
        });
    Shown {
        dismissed: shown.should_close(),
        inner: shown.inner,
    }
}

fn name(ui: &Ui, title: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Dialog);
        node.set_label(title);
        node.set_modal();
    });
}
