//! Sizes and colours shared by all charts.

/// A colour.
pub(super) type Rgb = (u8, u8, u8);

/// Font family of the labels: the shipped sans-serif font.
pub(super) const FAMILY: &str = "Noto Sans CJK SC";
/// Width of a chart in pixels: the width of the page's text area.
pub(super) const WIDTH: f32 = 640.0;
/// Size of regular labels, in pixels.
pub(super) const LABEL: f32 = 11.0;
/// Size of dense labels, in pixels; smaller ones are illegible on paper.
pub(super) const SMALL: f32 = 10.0;
/// Colour of labels and axes.
pub(super) const INK: Rgb = (60, 60, 60);
/// Colour of grid lines.
pub(super) const PALE: Rgb = (222, 226, 230);
/// Text colour on a dark background.
pub(super) const WHITE: Rgb = (255, 255, 255);
/// Text colour on a light background.
pub(super) const BLACK: Rgb = (30, 30, 30);
