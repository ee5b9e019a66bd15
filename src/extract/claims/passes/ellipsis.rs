//! Shared heads: "80,000 people entered by land, and almost 300,000 by sea" counts people twice.

use crate::extract::claims::candidate::Candidate;
use crate::extract::figures::Kind;

/// Gives counts that name nothing what the count before them in their sentence counts.
pub fn distribute(claims: &mut [Candidate]) {
    for place in 1..claims.len() {
        let (before, own) = claims.split_at_mut(place);
        let own = &mut own[0];
        let last = before.iter().rev().take_while(|one| one.sentence == own.sentence).find(|one| is_count(one));
        if let Some(last) = last.filter(|last| last.head.is_some() && is_count(own) && own.head.is_none()) {
            own.head = last.head;
            own.counted = own.counted.take().or_else(|| last.counted.clone());
        }
    }
}

fn is_count(claim: &Candidate) -> bool {
    claim.mention.kind == Kind::Count && claim.mention.unit.is_none()
}

#[cfg(test)]
mod tests {
    use crate::extract::claims::{Setting, candidates};
    use crate::text::Document;

    fn counted(text: &str) -> Vec<Option<String>> {
        let claims = candidates(&Document::new(text), &Setting::default());
        claims.into_iter().map(|claim| claim.counted).collect()
    }

    #[test]
    fn a_head_goes_on_to_the_next_count_of_its_sentence() {
        let people = Some("people".to_owned());
        assert_eq!(
            counted("80,000 people came by land, and almost 300,000 came by sea."),
            [people.clone(), people.clone()]
        );
        assert_eq!(counted("80,000 people came. By sea it was 300,000."), [people, None]);
    }
}
