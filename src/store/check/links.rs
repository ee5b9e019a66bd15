//! Claims that claims name: they exist, are of a fitting kind, and do not run in circles.

use super::checker::Checker;
use super::circles::{circles, told};
use super::names::Names;
use crate::codes::Code;
use crate::model::{Archive, Claim};
use crate::store::read::file::At;
use crate::store::read::sheet::ClaimSheet;
use crate::store::record::{ClaimRecord, ViaRecord};

/// The claims that may be named: those that were made of the rows of the sheets, and those that were there before.
pub(super) struct Links<'a> {
    pub sheets: &'a [ClaimSheet<'a>],
    pub made: &'a [Vec<Option<Claim>>],
    pub names: &'a Names<'a>,
    pub known: Option<&'a Archive>,
}

impl Links<'_> {
    /// Checks what all claims name.
    pub fn check(&self, checker: &mut Checker) {
        checker.each(self.sheets, |sheet, checker| {
            for (at, claim) in sheet.rows().filter(|(_, claim)| has_links(claim)) {
                self.check_claim(sheet.source, claim, &at, checker);
            }
        });
        let rows = self.sheets.iter().flat_map(ClaimSheet::records);
        let edges = rows.flat_map(|claim| claim.supersedes.iter().map(|old| (claim.id.as_str(), old.as_str())));
        for circle in circles(edges) {
            let at = self.names.first(circle[0]).and_then(|(sheet, row)| self.sheets.get(sheet)?.row(row));
            let text = format!("supersedes runs in a circle: {}", told(&circle));
            checker.faults.extend(at.map(|(at, _)| {
                at.field("supersedes").fault(Code::Circle, text).help("only the later claim supersedes the earlier")
            }));
        }
    }

    fn check_claim(&self, source: &str, claim: &ClaimRecord, at: &At<'_>, checker: &mut Checker) {
        for (index, id) in claim.supersedes.iter().enumerate() {
            checker.known(&at.field("supersedes").index(index), self.names, id);
        }
        self.check_via(source, claim, at, checker);
        if let Some(id) = &claim.conversion_of {
            checker.known(&at.field("conversion_of"), self.names, id);
            self.check_conversion(claim, id, at, checker);
        }
    }

    /// Nobody has a claim from himself.
    fn check_via(&self, source: &str, record: &ClaimRecord, at: &At<'_>, checker: &mut Checker) {
        let own = |via: &ViaRecord| match via {
            ViaRecord::Source(id) => id == source,
            ViaRecord::Claim(id) => self.claim(id).is_some_and(|claim| claim.source.as_str() == source),
            ViaRecord::Named(_) => false,
        };
        for (index, _) in record.via.iter().enumerate().filter(|(_, via)| own(via)) {
            let fault = at
                .field("via")
                .index(index)
                .index(0)
                .fault(Code::FromItself, format!("\"{source}\" cannot have it from itself"));
            checker.push(fault.help("name the other source, a claim of it, or Named(\"an outlet\")"));
        }
    }

    fn check_conversion(&self, record: &ClaimRecord, of: &str, at: &At<'_>, checker: &mut Checker) {
        let (Some(own), Some(other)) = (self.claim(&record.id), self.claim(of)) else { return };
        let measure = |claim: &'_ Claim| claim.about.as_quantity().map(|quantity| quantity.measure.clone());
        let same = measure(own).is_some() && measure(own) == measure(other);
        if !same || own.source != other.source || own.id == other.id {
            let fault = at
                .field("conversion_of")
                .fault(Code::NotAConversion, format!("\"{of}\" is no figure that this one could convert"));
            checker.push(fault.help("a conversion has the source and the measure of what it converts"));
        }
    }

    fn claim(&self, id: &str) -> Option<&Claim> {
        match self.names.first(id) {
            Some((sheet, row)) => self.made.get(sheet)?.get(row)?.as_ref(),
            None => self.known?.claims.get(id),
        }
    }
}

fn has_links(claim: &ClaimRecord) -> bool {
    !claim.supersedes.is_empty() || !claim.via.is_empty() || claim.conversion_of.is_some()
}
