//! Navigation at the left: mark, palette field, panels by group, jobs corner, settings. Below 1120
//! points it is a rail of icons with tooltips.

use egui::{
    Color32, CornerRadius, Frame, Margin, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use crate::state::view::Views;
use crate::state::{Action, Model, Panel};
use crate::text::convert::panel;
use crate::text::csr::panel as csr_words;
use crate::text::diagnose::panel as diagnose_words;
use crate::text::guide as guide_words;
use crate::text::iis::window as iis_words;
use crate::text::{Lang, window as words};

use super::commands::Command;
use super::desk::Desk;
use super::icons::Icon;
use super::jobs_corner;
use super::tokens::{Tokens, Tone, Type, radius, size, space};
use super::tone::tone;
use super::widgets::{badge, focus, icon, key_cap, text};

/// A name in the language asked for.
type Name = fn(Lang) -> &'static str;

/// A panel in the navigation.
struct Item {
    panel: Panel,
    icon: Icon,
    words: Name,
}

/// The groups from the top, each with its panels. A panel that comes adds its line here.
const GROUPS: &[(Name, &[Item])] = &[
    (
        words::inspect_group,
        &[
            Item {
                panel: Panel::Bundle,
                icon: Icon::Package,
                words: words::bundle,
            },
            Item {
                panel: Panel::Certificate,
                icon: Icon::Certificate,
                words: words::certificate,
            },
            Item {
                panel: Panel::Chain,
                icon: Icon::TreeStructure,
                words: words::chain,
            },
        ],
    ),
    (
        words::make_group,
        &[
            Item {
                panel: Panel::Csr,
                icon: Icon::Signature,
                words: csr_words::csr,
            },
            Item {
                panel: Panel::Convert,
                icon: Icon::Swap,
                words: panel::convert,
            },
        ],
    ),
    (
        words::operate_group,
        &[
            Item {
                panel: Panel::Iis,
                icon: Icon::HardDrives,
                words: iis_words::iis,
            },
            Item {
                panel: Panel::Diagnose,
                icon: Icon::Pulse,
                words: diagnose_words::diagnose,
            },
        ],
    ),
    (
        words::learn_group,
        &[Item {
            panel: Panel::Guide,
            icon: Icon::Compass,
            words: guide_words::guide,
        }],
    ),
];

/// Draws the navigation.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_rail = ui.ctx().content_rect().width() < size::NAV_BREAK;
    let width = if is_rail { size::NAV_RAIL } else { size::NAV };
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.nav).inner_margin(Margin {
        left: if is_rail { 10 } else { 12 },
        right: if is_rail { 11 } else { 13 },
        top: 12,
        bottom: 10,
    });
    let shown = egui::Panel::left("navigation")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            mark(ui, is_rail);
            if palette_field(ui, lang, is_rail).clicked() {
                outbox.push(Action::TogglePalette);
            }
            groups(ui, model, views, lang, is_rail, desk, outbox);
            ui.with_layout(egui::Layout::bottom_up(egui::Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let chosen = model.panel == Panel::Settings;
                let label = words::settings(lang);
                if item(ui, Icon::GearSix, label, chosen, is_rail, None).clicked() {
                    outbox.push(Action::Show(Panel::Settings));
                }
                jobs_corner::ui(ui, model, lang, is_rail, outbox);
            });
        });
    let rect = shown.response.rect;
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
    let id = shown.response.id;
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Navigation);
        node.set_label(words::navigation(lang));
    });
}

fn groups(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    is_rail: bool,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    for (title, items) in GROUPS {
        if is_rail {
            rail_line(ui);
        } else {
            ui.add_space(16.0);
            let color = Tokens::of(ui).muted;
            ui.horizontal(|ui| {
                ui.add_space(10.0);
                text::line(ui, title(lang), Type::Caption, color);
            });
        }
        for entry in *items {
            let badge = views.badge(entry.panel);
            let chosen = model.panel == entry.panel;
            let response = item(ui, entry.icon, (entry.words)(lang), chosen, is_rail, badge);
            if chosen {
                desk.regions.push(response.id);
            }
            if response.clicked() {
                outbox.push(Action::Show(entry.panel));
            }
        }
    }
}

fn rail_line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    let x = rect.x_range().shrink(3.0);
    ui.painter().hline(x, rect.center().y, line);
}

fn mark(ui: &mut Ui, is_rail: bool) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Certwright"));
    let left = if is_rail {
        rect.center().x - 10.0
    } else {
        rect.left() + 9.0
    };
    let tile = Rect::from_min_size(pos2(left, rect.center().y - 10.0), Vec2::splat(20.0));
    super::mark::paint(ui, tile);
    if !is_rail {
        let galley = text::single(ui, "Certwright", Type::Strong, tokens.text);
        text::paint_centered(ui, &galley, tile.right() + 11.0, rect.center().y);
    }
    ui.add_space(10.0);
}

fn palette_field(ui: &mut Ui, lang: Lang, is_rail: bool) -> Response {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), size::BUTTON);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let label = words::search(lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    let fill = if response.hovered() {
        tokens.hover
    } else {
        tokens.surface
    };
    let outline = Stroke::new(size::STROKE, tokens.border);
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter()
        .rect(rect, corner, fill, outline, StrokeKind::Inside);
    focus::ring(ui, &response, rect, radius::CONTROL);
    let y = rect.center().y;
    if is_rail {
        icon::paint(ui, rect.center(), Icon::MagnifyingGlass, 16.0, tokens.muted);
        return response.on_hover_text(label);
    }
    icon::paint(
        ui,
        pos2(rect.left() + 17.0, y),
        Icon::MagnifyingGlass,
        16.0,
        tokens.muted,
    );
    let caps = Command::ShowPalette.key_caps().join(" ");
    let cap = key_cap::key_cap_size(ui, &caps);
    let at = pos2(rect.right() - cap.x - 7.0, y - cap.y / 2.0);
    key_cap::paint_key_cap(ui, Rect::from_min_size(at, cap), &caps);
    let room = at.x - rect.left() - 33.0 - 6.0;
    let galley = text::single(ui, label, Type::Small, tokens.muted);
    let clip = Rect::from_min_size(
        pos2(rect.left() + 33.0, rect.top()),
        vec2(room, rect.height()),
    );
    ui.painter()
        .with_clip_rect(clip.intersect(ui.clip_rect()))
        .galley(
            pos2(clip.left(), y - galley.size().y / 2.0),
            galley,
            Color32::PLACEHOLDER,
        );
    response
}

fn item(
    ui: &mut Ui,
    glyph: Icon,
    label: &str,
    chosen: bool,
    is_rail: bool,
    count: Option<(crate::state::view::Tone, String)>,
) -> Response {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), size::NAV_ITEM);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        let spoken = match &count {
            Some((_, count)) => format!("{label}, {count}"),
            None => label.to_owned(),
        };
        WidgetInfo::selected(Role::Tab, true, chosen, spoken)
    });
    let corner = CornerRadius::same(radius::CONTROL);
    if chosen {
        ui.painter().rect_filled(rect, corner, tokens.selected);
        let bar = Rect::from_min_size(
            pos2(rect.left(), rect.top() + 9.0),
            vec2(3.0, rect.height() - 18.0),
        );
        ui.painter()
            .rect_filled(bar, CornerRadius::same(1), tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hover);
    }
    focus::ring(ui, &response, rect, radius::CONTROL);
    let (color, kind) = if chosen {
        (tokens.accent, Type::Strong)
    } else {
        (tokens.secondary, Type::Body)
    };
    let y = rect.center().y;
    let x = if is_rail {
        rect.center().x
    } else {
        rect.left() + 19.0
    };
    icon::paint(ui, pos2(x, y), glyph, size::ICON_NAV, color);
    if !is_rail {
        let galley = text::single(ui, label, kind, color);
        text::paint_centered(ui, &galley, rect.left() + 38.0, y);
    }
    if let Some((verdict, count)) = &count {
        paint_count(ui, rect, is_rail, tone(*verdict), count);
    }
    if is_rail {
        response.on_hover_text(label)
    } else {
        response
    }
}

fn paint_count(ui: &Ui, rect: Rect, is_rail: bool, tone: Tone, count: &str) {
    let size = badge::badge_size(ui, count);
    let min = if is_rail {
        pos2(rect.right() - size.x + 4.0, rect.top() - 5.0)
    } else {
        pos2(rect.right() - size.x - 10.0, rect.center().y - size.y / 2.0)
    };
    badge::paint_badge(ui, Rect::from_min_size(min, size), count, tone);
}
