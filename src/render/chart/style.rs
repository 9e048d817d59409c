//! Sizes and inks that all charts share.

/// A colour.
pub(super) type Rgb = (u8, u8, u8);

/// Family of the labels: the shipped sans.
pub(super) const FAMILY: &str = "Noto Sans CJK SC";
/// Width of a chart in pixels: the width of the type area.
pub(super) const WIDTH: f32 = 640.0;
/// Size of all labels, in pixels.
pub(super) const LABEL: f32 = 11.0;
/// Size of labels that stand close together, in pixels; smaller ones cannot be read on paper.
pub(super) const SMALL: f32 = 10.0;
/// Ink of labels and axes.
pub(super) const INK: Rgb = (60, 60, 60);
/// Ink of grids.
pub(super) const PALE: Rgb = (222, 226, 230);
/// Ink on dark ground.
pub(super) const WHITE: Rgb = (255, 255, 255);
/// Ink on light ground.
pub(super) const BLACK: Rgb = (30, 30, 30);
