//! Measures Typst alone: renders the same PDFs as a build, without the rest of the build.
//!
//! In: prepared inputs. Out: bytes, rendered on the same threads as in a build. The baseline of
//! `benches/speed.rs`.

use rayon::prelude::*;

use super::{Fonts, Input, RenderError, Templates, pdf};

/// Inputs of PDFs, ready to be compiled and exported.
pub struct TypstBaseline {
    inputs: Vec<Input>,
    templates: Templates,
    fonts: Fonts,
}

impl TypstBaseline {
    /// Prepares a measurement of these inputs.
    pub fn new(inputs: Vec<Input>, templates: Templates) -> Self {
        let fonts = Fonts::new(&templates);
        Self { inputs, templates, fonts }
    }

    /// Compiles and exports every document, and returns the number of bytes.
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
