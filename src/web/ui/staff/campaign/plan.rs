//! The plan in the campaign form: period, targets, dossiers and the planned sample.

use super::super::{campaigns::text, grouped, naming, plan};
use super::line;
use crate::state::app::App;
use crate::state::campaign::Form;
use crate::state::pages::StaffPage;
use leptos::prelude::*;

/// The fields of the plan.
pub fn fields(form: Form) -> AnyView {
    let bad_targets = move || {
        form.bad_field_targets()
            .into_iter()
            .map(|(number, found)| {
                let words = super::text();
                let line = format!(
                    "{} {number}: {}; {} “{found}”.",
                    words.line_word,
                    text().bad_target,
                    words.found_word
                );
                view! { <li>{line}</li> }.into_any()
            })
            .collect_view()
    };
    let sample = move || {
        let language = App::here().language().code();
        form.sample().map(|ballots| {
            view! {
                <p>
                    {text().sample} " "
                    <strong data-figure="plan/sample" data-value=ballots.to_string()>
                        {grouped(u64::from(ballots), language)}
                    </strong>
                </p>
            }
            .into_any()
        })
    };
    let sample_address = ["#", StaffPage::Sample.fragment()].concat();
    view! {
        <fieldset class="plan">
            <legend>{move || text().plan}</legend>
            <div class="pair">
                {line(|| text().from, "from", form.from)}
                {line(|| text().until, "until", form.until)}
            </div>
            {problem(
                move || form.is_bad_day(form.from) || form.is_bad_day(form.until),
                || text().bad_day,
            )}
            {problem(move || form.is_backwards(), || text().backwards)}
            <div class="pair">
                {line(|| text().target, "target", form.target)}
                <label>
                    <span>{move || text().comparator}</span>
                    <select
                        name="comparator"
                        on:change=move |event| form.above.set(event_target_value(&event) == "above")
                    >
                        <option value="at-least" prop:selected=move || !form.above.get()>
                            {move || text().at_least}
                        </option>
                        <option value="above" prop:selected=move || form.above.get()>
                            {move || text().above}
                        </option>
                    </select>
                </label>
            </div>
            {problem(move || form.is_bad_target(), || text().bad_share)}
            {move || factors(form)}
            <label>
                <span>{move || text().field_targets}</span>
                <textarea
                    name="field-targets"
                    rows="3"
                    aria-describedby="targets-hint"
                    prop:value=move || form.field_targets.get()
                    on:input=move |event| form.field_targets.set(event_target_value(&event))
                ></textarea>
            </label>
            <div role="status">
                <ul class="problems">{bad_targets}</ul>
            </div>
            <p class="hint" id="targets-hint">
                {move || text().field_targets_hint}
            </p>
            <div class="pair">
                {line(|| text().dossiers, "dossiers", form.dossiers)}
                {line(|| text().margin, "margin", form.margin)}
            </div>
            {problem(move || form.is_bad_count(), || text().bad_count)}
            {problem(move || form.is_bad_margin(), || text().bad_margin)}
            <div role="status">{sample}</div>
            <p>
                <a class="secondary" href=sample_address data-action="sample">
                    {move || plan::sample::text().title}
                </a>
            </p>
        </fieldset>
    }
    .into_any()
}

/// A target of its own for each factor.
fn factors(form: Form) -> AnyView {
    let Some(asked) = form.asked.get().filter(|one| one.factors.len() > 1) else {
        return ().into_any();
    };
    let language = App::here().language().code();
    let any = form
        .factor_targets
        .with_untracked(|all| all.iter().any(|(_, typed)| !typed.is_empty()));
    let inputs: Vec<AnyView> = asked
        .factors
        .iter()
        .map(|factor| {
            let title = form.named(&asked, &factor.title, language);
            let (id, typed, kept) = (factor.id.clone(), factor.id.clone(), factor.id.clone());
            view! {
                <label>
                    <span>{title}</span>
                    <input
                        type="text"
                        name="factor-target"
                        data-factor=id.clone()
                        autocomplete="off"
                        prop:value=move || form.factor_target(&typed)
                        on:input=move |event| form.set_factor_target(&kept, event_target_value(&event))
                    />
                </label>
                {problem(move || form.is_bad_factor_target(&id), || naming::text().bad_factor_target)}
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="explain" prop:open=any>
            <summary>{naming::text().factor_targets}</summary>
            <p class="hint">{naming::text().factor_targets_hint}</p>
            <div class="form">{inputs}</div>
        </details>
    }
    .into_any()
}

/// What is wrong with what was typed above, while it is.
fn problem(
    is_wrong: impl Fn() -> bool + Send + Sync + 'static,
    what: fn() -> &'static str,
) -> AnyView {
    view! {
        <div role="status">
            <ul class="problems">
                {move || is_wrong().then(|| view! { <li>{what()}</li> })}
            </ul>
        </div>
    }
    .into_any()
}
