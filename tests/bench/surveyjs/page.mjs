// The SurveyJS page: what its documentation shows, with our questions.
import { Model } from "survey-core";
import "survey-core/i18n/vietnamese";
import "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";
import questions from "questions";

new Model(questions).render(document.getElementById("survey"));
