//! Documents for measuring: the same PDFs that a build draws, without the build around them.
//!
//! In: readied inputs. Out: bytes, drawn on the same threads as a build uses. The yardstick of `benches/speed.rs`.

use rayon::prelude::*;

use super::{Fonts, Input, RenderError, Templates, pdf};

/// PDFs ready to be compiled and exported.
pub struct TypstBaseline {
    inputs: Vec<Input>,
    templates: Templates,
    fonts: Fonts,
}

impl TypstBaseline {
    /// Takes readied inputs.
    pub fn new(inputs: Vec<Input>, templates: Templates) -> Self {
        let fonts = Fonts::new(&templates);
        Self { inputs, templates, fonts }
    }

    /// Compiles and exports every document, and returns the bytes made.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn compile(&self) -> Result<usize, RenderError> {
        let sizes = self
            .inputs
            .par_iter()
            .map(|input| pdf::render(input, &self.templates, &self.fonts).map(|bytes| bytes.len()));
        sizes.sum()
    }
}
