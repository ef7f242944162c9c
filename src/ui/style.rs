//! Applies the tokens to every field of egui's style, for both themes, so that no grey of its own
//! remains and nothing changes size when hovered.

use std::collections::BTreeMap;

use egui::epaint::FontColorTransferFunction;
use egui::style::{
    HandleShape, Interaction, ScrollAnimation, ScrollStyle, Selection, Spacing, TextCursorStyle,
    WidgetVisuals, Widgets,
};
use egui::{
    Color32, Context, CornerRadius, CursorIcon, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Theme, Vec2, Visuals,
};

use super::tokens::{Script, Tokens, Type, radius, size, space};

/// What the user or the system asks of the looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Nothing moves: asked by the system, or a remote desktop is drawn over a slow line.
    pub reduced_motion: bool,
    /// The script of the window's own words; decides line heights.
    pub script: Script,
}

/// Sets both themes. Call it at start and whenever the preferences change.
pub fn apply(ctx: &Context, preferences: Preferences) {
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = Tokens::theme(theme == Theme::Dark);
        ctx.set_style_of(theme, style(tokens, preferences));
    }
    ctx.options_mut(|options| {
        options.tessellation_options.round_text_to_pixels = true;
        options.tessellation_options.round_line_segments_to_pixels = true;
        options.tessellation_options.round_rects_to_pixels = true;
    });
    ctx.data_mut(|data| data.insert_temp(preferences_id(), preferences));
}

/// The preferences last applied.
pub fn preferences(ctx: &Context) -> Preferences {
    ctx.data(|data| data.get_temp(preferences_id()))
        .unwrap_or_default()
}

fn preferences_id() -> egui::Id {
    egui::Id::unique("certwright.preferences")
}

fn style(tokens: &Tokens, preferences: Preferences) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        drag_value_text_style: TextStyle::Body,
        wrap_mode: None,
        spacing: spacing(),
        interaction: Interaction {
            tooltip_delay: 0.4,
            selectable_labels: false,
            ..Interaction::default()
        },
        visuals: visuals(tokens),
        animation_time: 0.12,
        explanation_tooltips: false,
        url_in_tooltip: false,
        always_scroll_the_only_direction: true,
        scroll_animation: ScrollAnimation::duration(0.12),
        compact_menu_style: false,
        ..Style::default()
    };
    if preferences.reduced_motion {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
        style.visuals.text_cursor.blink = false;
    }
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    let mut styles: BTreeMap<_, _> = [
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Body.font()),
        (TextStyle::Heading, Type::Title.font()),
        (TextStyle::Monospace, Type::Mono.font()),
        (TextStyle::Small, Type::Caption.font()),
    ]
    .into();
    for text in Type::ALL {
        styles.insert(TextStyle::Name(format!("{text:?}").into()), text.font());
    }
    styles
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: Vec2::splat(space::S),
        window_margin: Margin::same(16),
        button_padding: Vec2::new(space::M, 5.0),
        menu_margin: Margin::same(4),
        indent: space::L,
        interact_size: Vec2::new(size::BUTTON_SMALL, 20.0),
        slider_width: 160.0,
        slider_rail_height: 4.0,
        combo_width: 120.0,
        text_edit_width: 280.0,
        extra_text_line_spacing: 0.0,
        icon_width: size::ICON,
        icon_width_inner: 10.0,
        icon_spacing: space::S,
        default_area_size: Vec2::new(600.0, 400.0),
        tooltip_width: 360.0,
        menu_width: 240.0,
        menu_spacing: 0.0,
        indent_ends_with_horizontal_line: false,
        combo_height: 240.0,
        scroll: scroll(),
    }
}

/// Bars float in room that panels keep free, so nothing moves when one appears.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        floating: true,
        bar_width: 8.0,
        floating_width: 6.0,
        floating_allocated_width: 0.0,
        handle_min_length: 32.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 4.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.5,
        active_handle_opacity: 0.6,
        interact_handle_opacity: 0.8,
        fade: egui::style::ScrollFadeStyle {
            strength: 0.0,
            size: 0.0,
        },
        ..ScrollStyle::floating()
    }
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.dark_mode = tokens.dark;
    // Light text on dark looks thinner than it is; egui's own remedy makes it bold.
    visuals.text_options.color_transfer_function = if tokens.dark {
        FontColorTransferFunction::Gamma(0.8)
    } else {
        FontColorTransferFunction::Off
    };
    visuals.override_text_color = None;
    visuals.weak_text_alpha = 1.0;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.widgets = widgets(tokens);
    visuals.selection = Selection {
        bg_fill: tokens.selected,
        stroke: Stroke::new(size::STROKE, tokens.text),
    };
    visuals.ime_composition.active_underline_stroke = Stroke::new(2.0, tokens.accent);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(1.0, tokens.muted);
    visuals.hyperlink_color = tokens.accent;
    visuals.faint_bg_color = tokens.sunken;
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.code_bg_color = tokens.sunken;
    visuals.warn_fg_color = tokens.warn.fg;
    visuals.error_fg_color = tokens.error.fg;
    visuals.window_corner_radius = CornerRadius::same(radius::PALETTE);
    visuals.window_shadow = popup_shadow(tokens);
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(size::STROKE, tokens.border);
    visuals.window_highlight_topmost = false;
    visuals.menu_corner_radius = CornerRadius::same(radius::CONTROL);
    visuals.panel_fill = tokens.canvas;
    visuals.popup_shadow = popup_shadow(tokens);
    visuals.resize_corner_size = 0.0;
    visuals.text_cursor = TextCursorStyle {
        stroke: Stroke::new(1.5, tokens.text),
        preview: false,
        blink: false,
        ..TextCursorStyle::default()
    };
    visuals.button_frame = true;
    visuals.collapsing_header_frame = false;
    visuals.indent_has_left_vline = false;
    visuals.striped = false;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    visuals.interact_cursor = Some(CursorIcon::PointingHand);
    visuals.image_loading_spinners = false;
    visuals.disabled_alpha = 1.0;
    visuals
}

/// 0/12/32: popups only.
pub fn popup_shadow(tokens: &Tokens) -> Shadow {
    Shadow {
        offset: [0, 12],
        blur: 32,
        spread: 0,
        color: tokens.shadow,
    }
}

/// Equal strokes and no expansion in all states, so hovering moves nothing.
fn widgets(tokens: &Tokens) -> Widgets {
    let state = |fill: Color32, outline: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(size::STROKE, outline),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(size::STROKE, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(tokens.surface, tokens.border, tokens.text),
        inactive: state(tokens.surface, tokens.control, tokens.text),
        hovered: state(tokens.hover, tokens.control, tokens.text),
        active: state(tokens.hover, tokens.control, tokens.text),
        open: state(tokens.hover, tokens.control, tokens.text),
    }
}
