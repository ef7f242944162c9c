//! The bar at the bottom: what is loaded, by which roots it was judged, whether the network was used.

use egui::{Frame, Margin, Stroke, Ui, accesskit::Role};

use crate::state::view::Views;
use crate::state::{Model, Panel};
use crate::text::{Lang, window as words};

use super::icons::Icon;
use super::tokens::{Tokens, Type, size, space};
use super::widgets::{icon, text};

/// Draws the bar over the whole width.
pub fn ui(ui: &mut Ui, model: &Model, views: &Views, lang: Lang) {
    let iis = match model.panel {
        Panel::Iis => views.iis_scan.as_deref(),
        _ => None,
    };
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.nav)
        .inner_margin(Margin::symmetric(16, 0));
    let shown = egui::Panel::bottom("status")
        .exact_size(size::STATUS_BAR)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let color = tokens.muted;
                let glyph = match iis {
                    Some(_) => Some(Icon::HardDrives),
                    None => views.status.icon.map(super::panels::file_icon),
                };
                if let Some(glyph) = glyph {
                    icon::icon(ui, glyph, 14.0, color);
                }
                let room = ui.available_width() - 380.0;
                text::name(
                    ui,
                    iis.map_or(&views.status.loaded, |scan| &scan.loaded),
                    Type::Caption,
                    color,
                    room.max(120.0),
                );
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let (network, glyph, shade) = match &views.network {
                        Some(used) => (used.as_str(), Icon::Cloud, tokens.accent),
                        None => (words::network_not_used(lang), Icon::CloudSlash, color),
                    };
                    text::line(ui, network, Type::Caption, shade);
                    icon::icon(ui, glyph, 14.0, shade);
                    let basis = match model.panel {
                        Panel::Csr => &views.status.suffixes,
                        _ => &views.status.trust,
                    };
                    if !basis.is_empty() {
                        separator(ui);
                        text::line(ui, basis, Type::Caption, color);
                    }
                });
            });
        });
    let rect = shown.response.rect;
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    ui.ctx().accesskit_node_builder(shown.response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(words::status(lang));
    });
}

fn separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(9.0, 14.0), egui::Sense::hover());
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    ui.painter().vline(rect.center().x, rect.y_range(), line);
}
